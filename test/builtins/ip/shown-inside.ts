/**
 * Makes a state with a shell's lines, in the namespaces that it is started in, and asks what is there: the real `ip`, ours,
 * and the real one again. Where it says something else by then, as the kernel settles, all are asked anew.
 *
 *   bun shown-inside.ts <CASE >ANSWERS
 */
import type { Surroundings } from "../../../lib/builtins/builtin.ts";
import { ip } from "../../../lib/builtins/ip/ip.ts";
import type { Said, Shown, State } from "./shown.ts";

/** Ours had the real one say it */
const NOT_OURS: Said = { status: -1, stdout: "", stderr: "" };

const MOST_TRIES = 50;

const { lines, questions }: State = await Bun.stdin.json();
for (const line of lines) {
  const { success, stderr } = Bun.spawnSync(["sh", "-c", line]);
  if (!success) throw new Error(`Cannot run "${line}": ${stderr}`);
}
const shown: Shown[] = [];
for (const question of questions) {
  const args = question.split(" ").slice(1);
  shown.push({ question, ...(await settled(args)) });
}
console.log(JSON.stringify(shown));

async function settled(args: readonly string[]): Promise<Omit<Shown, "question">> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const before = real(args);
    const ours = await ask(args);
    const after = real(args);
    if (Bun.deepEquals(before, after)) return { ours, real: after };
  }
  throw new Error(`Cannot compare "ip ${args.join(" ")}": the kernel does not settle`);
}

function real(args: readonly string[]): Said {
  const { exitCode, stdout, stderr } = Bun.spawnSync(["/usr/sbin/ip", ...args]);
  return { status: exitCode, stdout: withoutTimers(stdout.toString()), stderr: stderr.toString() };
}

/** A timer that runs never says the same twice */
function withoutTimers(text: string): string {
  return text.replaceAll(/(?<=_timer":)\d+\.\d\d(?=[,}])/g, "N.NN");
}

/** Says of itself when ours has a program started, as that is the real ip */
async function ask(args: readonly string[]): Promise<Said> {
  const stdout: Uint8Array[] = [];
  const stderr: Uint8Array[] = [];
  const surroundings: Surroundings = {
    input: null,
    output: (chunk) => stdout.push(chunk),
    errors: (chunk) => stderr.push(chunk),
    window: null,
    perform: () => Promise.reject(new Error("ip performed a command")),
  };
  const { spawn } = Bun;
  let isOurs = true;
  Bun.spawn = ((...words: Parameters<typeof spawn>) => {
    isOurs = false;
    return spawn(...words);
  }) as typeof spawn;
  const status = await ip(args, surroundings);
  Bun.spawn = spawn;
  if (!isOurs) return NOT_OURS;
  return { status, stdout: withoutTimers(Buffer.concat(stdout).toString()), stderr: Buffer.concat(stderr).toString() };
}
