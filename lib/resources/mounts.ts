import type { Look } from "./look.ts";

/** The numbers of what is mounted on a folder, the topmost last: proc_pid_mountinfo(5) */
export function mountsAt(look: Look, path: string): readonly number[] {
  const printed = Buffer.from(look.file("/proc/self/mountinfo")?.content ?? []).toString();
  const point = escape(path);
  // Lines are not taken apart first: there is one for each network namespace that has a name
  const mounts = printed.split("\n").filter((line) => line.includes(` ${point} `));
  return mounts.map((line) => line.split(" ")).flatMap(([id, , , , at]) => (at === point ? [Number(id)] : []));
}

/** As the kernel writes it: show_mountinfo(), fs/proc_namespace.c */
function escape(path: string): string {
  return path.replace(/[ \t\n\\]/g, (sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, "0")}`);
}
