import { isSetting } from "../shell/invert/files/setting.ts";
import type { Word } from "../programs/grammar.ts";
import type { BashFunction } from "./functions.ts";

/** Lines of a script before and after a command, which undo it */
export interface Around {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Functions that these lines call */
  readonly needs: readonly BashFunction[];
}

/** Writes the line that keeps a file before it is written; of a kernel setting, it keeps the value */
export function aroundFile({ typed, text }: Word): Around {
  const name = isSetting(text) ? "undo-setting" : "undo-file";
  return { before: [`${name.replace("-", "_")} ${typed}`], after: [], needs: [name] };
}

/** No lines, for a command that changes nothing, or only things that are removed with something that the script has made */
export const NOTHING: Around = { before: [], after: [], needs: [] };
