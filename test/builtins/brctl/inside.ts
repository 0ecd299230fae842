/**
 * Runs lines one after another in the namespaces it is started in, `brctl` lines through one brctl. Of those it prints
 * what they said; the others only have to succeed.
 *
 *   bun inside.ts real|ours <LINES
 */
import { brctl } from "../../../lib/builtins/brctl/brctl.ts";
import type { Line, Said, Side } from "./namespaces.ts";

const BRCTLS: Readonly<Record<Side, (args: Line) => Promise<Omit<Said, "line">>>> = { real, ours };

const brctlOf = BRCTLS[process.argv[2] === "real" ? "real" : "ours"];
const lines: readonly Line[] = await Bun.stdin.json();
const said: Said[] = [];
for (const line of lines) {
  const [program = "", ...args] = line;
  if (program === "brctl") said.push({ line, ...(await brctlOf(args)) });
  else succeed([program, ...args]);
}
const links: unknown = JSON.parse(succeed(["ip", "-j", "-d", "link"]));
console.log(JSON.stringify({ said, links }));

async function real(args: Line): Promise<Omit<Said, "line">> {
  const { exitCode, stdout, stderr } = Bun.spawnSync(["brctl", ...args]);
  return {
    status: exitCode,
    stdout: stdout.toString(),
    stderr: stderr.toString(),
  };
}

async function ours(args: Line): Promise<Omit<Said, "line">> {
  const stdout: Uint8Array[] = [];
  const stderr: Uint8Array[] = [];
  const status = await brctl(args, {
    input: null,
    output: (chunk) => stdout.push(chunk),
    errors: (chunk) => stderr.push(chunk),
    window: null,
    perform: () => Promise.reject(new Error("brctl performed a command")),
  });
  return {
    status,
    stdout: Buffer.concat(stdout).toString(),
    stderr: Buffer.concat(stderr).toString(),
  };
}

function succeed(argv: string[]): string {
  const { success, stdout, stderr } = Bun.spawnSync(argv);
  if (!success) throw new Error(`Cannot run "${argv.join(" ")}": ${stderr}`);
  return stdout.toString();
}
