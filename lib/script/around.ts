import { isSetting } from "../shell/invert/files/setting.ts";
import type { BashFunction } from "./functions.ts";
import { scriptWord } from "./shell-words.ts";

/** What a script has around a command, so that it is taken back */
export interface Around {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The functions that these lines call */
  readonly needs: readonly BashFunction[];
}

/** Of a file that is written */
export function aroundFile(path: string): Around {
  const name = isSetting(path) ? "undo-setting" : "undo-file";
  return { before: [`${name.replace("-", "_")} ${scriptWord(path)}`], after: [], needs: [name] };
}

/** Of what changes nothing, or goes by itself with what the script has made */
export const NOTHING: Around = { before: [], after: [], needs: [] };
