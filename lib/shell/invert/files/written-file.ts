/**
 * Redirections: `>` and `>>`.
 *
 * @module
 */
import { resolve } from "node:path";

import { quote } from "../../template/quote.ts";
import type { Redirection } from "../../template/session-line.ts";
import { CannotUndo } from "../cannot-undo.ts";
import { NONE, type Plan } from "../inversion.ts";
import type { Look, SeenFile } from "../../../resources/look.ts";
import type { Argv } from "../typed.ts";
import { comparing } from "../undo-steps.ts";
import { DEVICES } from "./discarding-files.ts";
import { digestOf, LARGEST } from "./digest.ts";
import { followed } from "./followed.ts";
import { isSetting, planOfSettingWritten } from "./setting.ts";
import { fileStep } from "./path-state.ts";

/** The command of a redirection, which runs nothing */
const NO_COMMAND: Argv = ["true"];

/** Restores a file's content, owner and permissions, or removes a new file; links are followed */
export function writtenFile(written: Redirection): Plan {
  return planOf(written, ({ file }) => digestOf(file));
}

/** The same for a program that keeps writing: the final content is unknown */
export function growingFile(written: Redirection): Plan {
  return planOf(written, () => "not yet known");
}

/** @param madeIn returns the digest that identifies the written file */
function planOf({ operator, file }: Redirection, madeIn: (content: Content) => string | null): Plan {
  if (DEVICES.has(file)) return NONE;
  if (isSetting(file)) return planOfSettingWritten(NO_COMMAND, file);
  return comparing<Content>({
    argv: NO_COMMAND,
    changes: operator === ">" ? `writes ${file}` : `adds a line to ${file}`,
    async see(look, before) {
      const path = before?.path ?? followed(look, resolve(file));
      return { path, file: see(look, path, `… ${operator} ${quote(file)}`) };
    },
    steps({ path, file: before }, after) {
      const made = after === null ? "not yet known" : madeIn(after);
      return made === digestOf(before) ? [] : [fileStep(path, before, made)];
    },
  });
}

/** A file's content; `null` for a missing file */
interface Content {
  readonly path: string;
  readonly file: SeenFile | null;
}

function see(look: Look, path: string, text: string): SeenFile | null {
  const file = look.file(path);
  if (file === null && look.inode(path) !== null)
    throw new CannotUndo(text, `${path} is there, and is not a regular file`);
  if (file !== null && file.content.length > LARGEST)
    throw new CannotUndo(text, `${path} has more than ${LARGEST} bytes, which are not kept`);
  return file;
}
