/**
 * Text written to files.
 *
 * @module
 */
import { resolve } from "node:path";

import { printedBy } from "../../programs/read-effects.ts";
import { type Argv, typed } from "../../shell/invert/typed.ts";
import { ON_HOST } from "../../resources/entering.ts";
import type { Redirection } from "../../shell/template/session-line.ts";
import type { Deed } from "../deed.ts";

/** Lists the results of `echo … >> file`; the output of most other programs is unknown beforehand */
export function writtenDeeds(argv: Argv, { operator, file }: Redirection): readonly Deed[] {
  const command = typed(argv);
  const text = "kind" in command ? null : printedBy(command.program, command.args);
  if (text === null) return [];
  if (file.startsWith("/proc/sys/")) return [{ kind: "setting", way: ON_HOST, path: file, value: text }];
  return [{ kind: "written", path: resolve(file), how: operator === ">" ? "replaced" : "added", text }];
}
