/**
 * Turns the namespaces that it is started in into a machine with a running Docker.
 *
 *   boot.ts JOB
 *
 * The argument is a {@linkcode HostJob} in JSON.
 *
 * @module
 */
import type { HostJob } from "../run/job.ts";
import { exitWith } from "../errors/exit-with.ts";
import { EXIT } from "../errors/exit-status.ts";
import { reportError } from "../errors/report-error.ts";
import { startHost } from "../run/start-host.ts";

// Written by the process outside
const job = JSON.parse(process.argv[2] ?? "") as HostJob;
exitWith(
  startHost(job).then(
    () => EXIT.done,
    (error: unknown) => reportError(error, "text"),
  ),
);
