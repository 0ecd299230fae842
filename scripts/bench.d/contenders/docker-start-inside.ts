/**
 * Starts Docker on the current host, and leaves it running.
 *
 *   bun docker-start-inside.ts JOB
 *
 * @module
 */
import type { HostJob } from "../../../lib/cli/run/job.ts";
import { startHost } from "../../../lib/cli/run/start-host.ts";

await startHost(JSON.parse(process.argv[2] ?? "") as HostJob); // Written by docker.ts
process.exit(0);
