import { DaemonFailure } from "../../failure.ts";

/** Links as such, and no owners: a sandbox may have one user only */
const HOW = ["-dR", "--preserve=mode,timestamps"] as const;

/**
 * Copies all that is in a folder into another, named pipes and links as well.
 *
 * Equivalent to: `cp -dR --preserve=mode,timestamps $from/. $to`
 *
 * @throws {DaemonFailure} with what `cp` said
 */
export function copyFiles(from: string, to: string): void {
  const { success, stderr } = Bun.spawnSync(["cp", ...HOW, `${from}/.`, to], { stderr: "pipe" });
  if (!success) throw new DaemonFailure(stderr.toString().trim().replaceAll("\n", "; "));
}
