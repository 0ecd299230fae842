/**
 * Starts Docker on the host that it finds itself on, and leaves it running.
 *
 *   bun docker-start-inside.ts ERRAND
 *
 * @module
 */
import type { HostErrand } from "../../../lib/cli/run/errand.ts";
import { startHost } from "../../../lib/cli/run/start-host.ts";

await startHost(JSON.parse(process.argv[2] ?? "") as HostErrand); // docker.ts wrote it
process.exit(0);
