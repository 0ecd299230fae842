import type { Look } from "./look.ts";

/** The numbers of what is mounted on a folder, the topmost last: proc_pid_mountinfo(5) */
export function mountsAt(look: Look, path: string): readonly number[] {
  const printed = Buffer.from(look.file("/proc/self/mountinfo")?.content ?? []).toString();
  const mounts = printed.split("\n").map((line) => line.split(" "));
  return mounts.filter(([, , , , point = ""]) => unescape(point) === path).map(([id]) => Number(id));
}

/** Blanks and the like are octal there */
function unescape(point: string): string {
  return point.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
