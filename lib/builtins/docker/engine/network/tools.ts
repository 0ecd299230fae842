/**
 * Runs the system's own iptables programs, many lines per process.
 *
 * @module
 */
import { DaemonFailure } from "../../../../programs/docker/failure.ts";

/**
 * Changes a part of a rule set in one step, leaving all other rules alone.
 *
 * Equivalent to: `iptables-restore --noflush --wait`
 *
 * @throws {DaemonFailure} with iptables' message
 */
export function iptablesRestore(text: string): void {
  feed(["iptables-restore", "--noflush", "--wait"], text);
}

/**
 * Lists the rules of every table, each as `-A …` would add it; an unused table has none.
 *
 * Equivalent to: `iptables-save`
 *
 * @throws {DaemonFailure} with iptables' message
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
