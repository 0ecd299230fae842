import type { Look } from "./look.ts";

/** Lists the numbers of the mounts on a folder, the topmost last: proc_pid_mountinfo(5) */
export function mountsAt(look: Look, path: string): readonly number[] {
  const printed = Buffer.from(look.file("/proc/self/mountinfo")?.content ?? []).toString();
  const point = escape(path);
  // Each named network namespace has a line, so lines are filtered before they are parsed
  const mounts = printed.split("\n").filter((line) => line.includes(` ${point} `));
  return mounts.map((line) => line.split(" ")).flatMap(([id, , , , at]) => (at === point ? [Number(id)] : []));
}

/** Escapes a path as the kernel does: show_mountinfo(), fs/proc_namespace.c */
function escape(path: string): string {
  return path.replace(/[ \t\n\\]/g, (sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, "0")}`);
}
