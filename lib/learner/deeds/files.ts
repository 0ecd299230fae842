/**
 * What is written into files.
 *
 * @module
 */
import { resolve } from "node:path";

import { type Argv, typed } from "../../shell/invert/typed.ts";
import type { Redirection } from "../../shell/template/line.ts";
import type { Deed } from "../deed.ts";

/** What `echo … >> file` does; of what another program prints nobody knows before */
export function writtenDeeds(argv: Argv, { operator, file }: Redirection): readonly Deed[] {
  const command = typed(argv);
  if ("kind" in command || command.program !== "echo" || command.args[0]?.startsWith("-") === true) return [];
  const words = command.args;
  const text = words.join(" ");
  if (file.startsWith("/proc/sys/")) return [{ kind: "setting", way: [], path: file, value: text }];
  return [{ kind: "written", path: resolve(file), how: operator === ">" ? "replaced" : "added", text }];
}
