/**
 * Makes a machine with a running Docker of the namespaces that it is started in.
 *
 *   boot.ts ERRAND
 *
 * with a {@linkcode HostErrand} in JSON.
 *
 * @module
 */
import type { HostErrand } from "../run/errand.ts";
import { exitWith } from "../errors/exit-with.ts";
import { EXIT } from "../errors/exit-status.ts";
import { reportError } from "../errors/report-error.ts";
import { startHost } from "../run/start-host.ts";

// The process outside wrote it: it is one
const errand = JSON.parse(process.argv[2] ?? "") as HostErrand;
exitWith(
  startHost(errand).then(
    () => EXIT.done,
    (error: unknown) => reportError(error, "text"),
  ),
);
