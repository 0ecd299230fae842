/**
 * Opens a sandbox as whoever it is started by, says how to enter it, and passes on what comes and goes.
 *
 *   bun sandbox-outside.ts
 */
import { SANDBOX_ENVIRONMENT } from "../../lib/hosts/sandbox/environment.ts";
import { openSandbox } from "../../lib/hosts/sandbox/open.ts";
import { BUN_COMMAND, PROJECT } from "../../lib/cli/self.ts";

const kept = [PROJECT, process.execPath];
await using sandbox = await openSandbox(kept);
const inside = [
  ...BUN_COMMAND,
  `${import.meta.dir}/sandbox-inside.ts`,
  JSON.stringify(kept),
  JSON.stringify(sandbox.enter([])),
];
await Bun.spawn(sandbox.enter(inside), {
  env: SANDBOX_ENVIRONMENT,
  stdio: ["inherit", "inherit", "inherit"],
}).exited;
