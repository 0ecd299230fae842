import type { Deed } from "../deed.ts";
import { found } from "../finding.ts";
import type { Question, Sight } from "../sight.ts";

/**
 * Looks for the result of `mount`: anything mounted on the path.
 *
 * Equivalent to: `findmnt --mountpoint $path`
 */
export async function mounted({ path }: Deed<"mount">, { look }: Sight): Promise<readonly Question[]> {
  return [
    async () => {
      const mounts = Buffer.from(look.file("/proc/self/mounts")?.content ?? []).toString();
      const isThere = mounts.split("\n").some((line) => unescaped(line.split(" ")[1] ?? "") === path);
      const told = (is: boolean) => `${is ? "something" : "nothing"} is mounted on ${path}`;
      return found({ thing: `mount ${path}`, wanted: told(true), seen: told(isThere), tells: true }, isThere);
    },
  ];
}

/** Decodes a path, in which spaces and the like are octal: proc_pid_mounts(5) */
function unescaped(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
