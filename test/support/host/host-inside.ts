/**
 * Boots the host that it is started in, starts Docker, and performs lines until its input ends.
 *
 *   bun host-inside.ts JOB ENTRY <REQUESTS >ANSWERS
 *
 * It prints ENTRY on the first line once everything is ready.
 */
import type { Window } from "../../../lib/builtins/builtin.ts";
import { builtinsOn } from "../../../lib/builtins/builtin-table.ts";
import type { HostJob } from "../../../lib/cli/run/job.ts";
import { startHost } from "../../../lib/cli/run/start-host.ts";
import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import { Channel } from "../../../lib/shell/channel.ts";
import { RealPerformer } from "../../../lib/shell/perform.ts";
import { type Answer, linesOf, type Request } from "./host-lines.ts";

/** A status that no program ends with */
const BROKEN = -1;

const job = JSON.parse(process.argv[2] ?? "") as HostJob;
await startHost(job);
console.log(process.argv[3]);
const performer = new RealPerformer({ builtins: builtinsOn(job.kind), environment: HOST_ENVIRONMENT });
for await (const line of linesOf(Bun.stdin.stream())) void answer(JSON.parse(line) as Request);

async function answer({ number, argv, input = null, window }: Request): Promise<void> {
  const stdout: Uint8Array[] = [];
  const stderr: Uint8Array[] = [];
  const running = performer.run(argv, {
    input: input === null ? null : containing(input),
    output: (chunk) => stdout.push(chunk),
    errors: (chunk) => stderr.push(chunk),
    window: window === undefined ? null : fixed(window),
  });
  // The test waits for an answer
  const status = await running.catch((error: unknown) => {
    stderr.push(Buffer.from(`${Bun.inspect(error)}\n`));
    return BROKEN;
  });
  const said = { status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
  console.log(JSON.stringify({ number, ...said } satisfies Answer));
}

function containing(text: string): Channel {
  const channel = new Channel();
  channel.sink(Buffer.from(text));
  channel.end();
  return channel;
}

function fixed(size: { readonly columns: number; readonly rows: number }): Window {
  return { inherited: false, size: () => size, onResize: () => {} };
}
