/**
 * The system's own programs, many lines at a time: one process start each.
 *
 * @module
 */
import { DockerFailure } from "../failure.ts";

/**
 * Runs lines of `ip` in order, in the calling thread's network namespace, and stops at the first that fails.
 *
 * Equivalent to: `ip -batch -`
 *
 * @throws {DockerFailure} with what `ip` said
 */
export function ip(lines: readonly (readonly string[])[]): void {
  feed(["ip", "-batch", "-"], lines.map((words) => `${words.join(" ")}\n`).join(""));
}

/**
 * Applies a part of a rule set at once, leaving all other rules alone.
 *
 * Equivalent to: `iptables-restore --noflush --wait`
 *
 * @throws {DockerFailure} with what iptables said
 */
export function iptablesRestore(text: string): void {
  feed(["iptables-restore", "--noflush", "--wait"], text);
}

/**
 * The rules of a chain, one a line, as `-A …` would make them; none when there is no such chain.
 *
 * Equivalent to: `iptables -t $table -S $chain`
 */
export function listRules(table: string, chain: string): readonly string[] {
  const { success, stdout } = Bun.spawnSync(["iptables", "--wait", "-t", table, "-S", chain]);
  return success ? stdout.toString().trimEnd().split("\n") : [];
}

function feed(argv: string[], text: string): void {
  const { success, stderr } = Bun.spawnSync(argv, {
    stdin: Buffer.from(text),
    stdout: "ignore",
    stderr: "pipe",
  });
  if (!success)
    throw new DockerFailure(`Error response from daemon: ${stderr.toString().trim().replaceAll("\n", "; ")}`, 125);
}
