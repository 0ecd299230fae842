import { isSetting } from "../shell/invert/files/setting.ts";
import type { Word } from "../programs/grammar.ts";
import type { BashFunction } from "./functions.ts";

/** What a script has around a command, so that it is taken back */
export interface Around {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The functions that these lines call */
  readonly needs: readonly BashFunction[];
}

/** Keeps a file that is written as it was; a setting of the kernel by its value */
export function aroundFile({ typed, text }: Word): Around {
  const name = isSetting(text) ? "undo-setting" : "undo-file";
  return { before: [`${name.replace("-", "_")} ${typed}`], after: [], needs: [name] };
}

/** Of what changes nothing, or goes by itself with what the script has made */
export const NOTHING: Around = { before: [], after: [], needs: [] };
