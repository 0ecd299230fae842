import type { Look } from "./look.ts";

/** The numbers of what is mounted on a folder, the topmost last: proc_pid_mountinfo(5) */
export async function mountsAt(look: Look, path: string): Promise<readonly number[]> {
  const printed = (await look.text(["cat", "/proc/self/mountinfo"])) ?? "";
  const mounts = printed.split("\n").map((line) => line.split(" "));
  return mounts.filter(([, , , , point = ""]) => unescape(point) === path).map(([id]) => Number(id));
}

/** Blanks and the like are octal there */
function unescape(point: string): string {
  return point.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
