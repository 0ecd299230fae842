import { DaemonFailure } from "../../../../programs/docker/failure.ts";

/** Keeps links, and no owners: a sandbox may have one user only */
const HOW = ["-dR", "--preserve=mode,timestamps"] as const;

/**
 * Copies a folder's contents into another, named pipes and links included.
 *
 * Equivalent to: `cp -dR --preserve=mode,timestamps $from/. $to`
 *
 * @throws {DaemonFailure} with `cp`'s message
 */
export function copyFiles(from: string, to: string): void {
  const { success, stderr } = Bun.spawnSync(["cp", ...HOW, `${from}/.`, to], { stderr: "pipe" });
  if (!success) throw new DaemonFailure(stderr.toString().trim().replaceAll("\n", "; "));
}
