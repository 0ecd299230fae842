/**
 * Opens a host as the current user, prints how to enter it, and passes on input and output.
 *
 *   bun host-outside.ts sandbox|docker
 */
import { openThrowAway } from "../../../lib/cli/run/open-throw-away.ts";
import type { ThrowAwayKind } from "../../../lib/hosts/host-kind.ts";
import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import { BUN_COMMAND, PROJECT } from "../../../lib/cli/self.ts";

const on = process.argv[2] as ThrowAwayKind;
const { host, job } = await openThrowAway({
  on,
  file: `${PROJECT}/recipes/point-to-point.ts`,
  archives: [],
  lab: null,
});
await using open = host;
const inside = [
  ...BUN_COMMAND,
  `${import.meta.dir}/host-inside.ts`,
  JSON.stringify(job),
  JSON.stringify(host.enter([])),
];
await Bun.spawn(open.enter(inside), {
  env: HOST_ENVIRONMENT,
  stdio: ["inherit", "inherit", "inherit"],
}).exited;
