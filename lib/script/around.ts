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

/** Keeps a file that is written as it was; a setting of the kernel by its value */
export function aroundFile({ typed, text }: Word): Around {
  const name = isSetting(text) ? "undo-setting" : "undo-file";
  return { before: [`${name.replace("-", "_")} ${typed}`], after: [], needs: [name] };
}

/** No lines: the command changes nothing, or its changes go with something that the script has made */
export const NOTHING: Around = { before: [], after: [], needs: [] };
