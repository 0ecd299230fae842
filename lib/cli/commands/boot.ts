/**
 * Turns the namespaces that it is started in into a machine with a running Docker.
 *
 *   boot.ts ERRAND
 *
 * The argument is a {@linkcode HostErrand} in JSON.
 *
 * @module
 */
import type { HostErrand } from "../run/errand.ts";
import { exitWith } from "../errors/exit-with.ts";
import { EXIT } from "../errors/exit-status.ts";
import { reportError } from "../errors/report-error.ts";
import { startHost } from "../run/start-host.ts";

// Written by the process outside
const errand = JSON.parse(process.argv[2] ?? "") as HostErrand;
exitWith(
  startHost(errand).then(
    () => EXIT.done,
    (error: unknown) => reportError(error, "text"),
  ),
);
