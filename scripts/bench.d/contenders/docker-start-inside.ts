/**
 * Starts Docker on the current host, and leaves it running.
 *
 *   bun docker-start-inside.ts ERRAND
 *
 * @module
 */
import type { HostErrand } from "../../../lib/cli/run/errand.ts";
import { startHost } from "../../../lib/cli/run/start-host.ts";

await startHost(JSON.parse(process.argv[2] ?? "") as HostErrand); // Written by docker.ts
process.exit(0);
