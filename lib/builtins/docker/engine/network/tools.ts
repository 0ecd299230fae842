/**
 * The system's own programs for rules, many lines at a time: one process start each.
 *
 * @module
 */
import { DaemonFailure } from "../../failure.ts";

/**
 * Applies a part of a rule set at once, leaving all other rules alone.
 *
 * Equivalent to: `iptables-restore --noflush --wait`
 *
 * @throws {DaemonFailure} with what iptables said
 */
export function iptablesRestore(text: string): void {
  feed(["iptables-restore", "--noflush", "--wait"], text);
}

/**
 * The rules of every table, each as `-A …` would make it; a table that nobody has used has none.
 *
 * Equivalent to: `iptables-save`
 *
 * @throws {DaemonFailure} with what iptables said
 */
export function listRules(): Readonly<Record<string, readonly string[]>> {
  const { success, stdout, stderr } = Bun.spawnSync(["iptables-save"]);
  if (!success) throw failure(stderr);
  const tables = stdout.toString().split(/^\*/m).slice(1);
  return Object.fromEntries(
    tables.map((table) => {
      const [name = "", ...lines] = table.split("\n");
      return [name, lines.filter((line) => line.startsWith("-A "))];
    }),
  );
}

function feed(argv: string[], text: string): void {
  const { success, stderr } = Bun.spawnSync(argv, {
    stdin: Buffer.from(text),
    stdout: "ignore",
    stderr: "pipe",
  });
  if (!success) throw failure(stderr);
}

function failure(stderr: Buffer): DaemonFailure {
  return new DaemonFailure(stderr.toString().trim().replaceAll("\n", "; "));
}
