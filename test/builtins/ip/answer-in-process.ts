import type { Streams } from "../../../lib/builtins/builtin.ts";
import { ip } from "../../../lib/builtins/ip/ip.ts";

/** What a line of `ip` said, and how it ended */
export interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Our own `ip`, in this process */
export async function answerInProcess(words: readonly string[]): Promise<Said> {
  const stdout: Uint8Array[] = [];
  const stderr: Uint8Array[] = [];
  const streams: Streams = {
    input: null,
    output: (chunk) => stdout.push(chunk),
    errors: (chunk) => stderr.push(chunk),
    window: null,
  };
  const perform = () => Promise.reject(new Error("ip performed a command"));
  const status = await ip(words, { ...streams, perform });
  return { status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}
