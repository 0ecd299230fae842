/**
 * Writes a line of a recipe as lines of a script: with its undo, and a variable for its output.
 *
 * @module
 */
import { DEVICES } from "../shell/invert/files/discarding-files.ts";
import type { Word } from "../programs/grammar.ts";
import type { Line, Redirection } from "../shell/template/session-line.ts";
import { plansOf, type Strangers } from "../shell/plans.ts";
import { singleSpaced } from "../recipe/checks/output-proof.ts";
import { printable } from "../recipe/printable.ts";
import { RecipeError } from "../recipe/recipe-error.ts";
import { type Around, aroundFile, NOTHING } from "./around.ts";
import { detached, dockerRun } from "./docker-run.ts";
import type { BashFunction } from "./functions.ts";
import type { Variables } from "./live-values.ts";
import type { Made } from "./made.ts";
import type { TypedDeed } from "./record-recipe.ts";
import { scriptText, scriptWord } from "./shell-words.ts";
import { type ScriptCommand, scriptCommand, textOf, wordTyped } from "./script-command.ts";
import { takeBack } from "./script-undo.ts";
import type { Obstacle } from "./undo-effects.ts";

/** A comment on why a container's shell is detached */
export const IN_BACKGROUND = "# -d: in the background, as a script has no second window";

/** Lines of a script, and the functions that they call */
export interface Part {
  readonly lines: readonly string[];
  readonly needs: readonly BashFunction[];
}

/** The surroundings of a line in the script */
export interface Writing {
  /** The things that the script has made so far, to which the line adds its own */
  readonly made: Made;
  /** The policy for commands that can't be undone */
  readonly strangers: Strangers;
  readonly variables: Variables;
}

/**
 * Writes a line.
 *
 * @throws {RecipeError} for a line that must be undone, and that a script can't undo
 */
export function commandLines(line: Line, { made, strangers, variables }: Writing): Part {
  const commands = line.commands.map((command) => scriptCommand(command, line, variables));
  const own = commands.map((command) => ownWords(command, made));
  const around = plansOf(line, strangers).map(({ command }) =>
    command === null
      ? aroundRedirection(line.redirection)
      : checked(takenBack(commands[command], made, line.gives), line, strangers),
  );
  for (const command of commands) made.add(command);
  return {
    lines: [
      ...own.flatMap(({ remark }) => remark),
      ...around.flatMap(({ before }) => before),
      typedLine(line, own.map(({ text }) => text).join(" | ")),
      ...around.flatMap(({ after }) => after),
    ],
    needs: [
      ...(line.stays === null ? [] : (["background"] as const)),
      ...[...own, ...around].flatMap(({ needs }) => needs),
    ],
  };
}

/** Writes a line that is typed at a container's prompt; its changes are removed with the container */
export function typedLines({ text, container }: TypedDeed, { variables }: Pick<Writing, "variables">): Part {
  return /^exit(?: \d+)?$/.test(text)
    ? { lines: [`leave "$${container}" # exit`], needs: ["leave"] }
    : { lines: [`sudo docker exec "$${container}" ${scriptText(text, variables)}`], needs: [] };
}

function takenBack(command: ScriptCommand | undefined, made: Made, variable: string | null): Around | Obstacle {
  return command === undefined ? NOTHING : takeBack(command, made, variable);
}

/** Replaces a missing undo by a comment, on a throw-away host or when the recipe says why none is needed; otherwise throws */
function checked(around: Around | Obstacle, { text, irreversible }: Line, strangers: Strangers): Around {
  if (!("reason" in around)) return around;
  if (irreversible !== null) return { ...NOTHING, before: [`# not undone: ${singleSpaced(printable(irreversible))}`] };
  if (strangers === "allowed") return { ...NOTHING, before: ["# not undone: it is removed with the host"] };
  throw new RecipeError(
    `Cannot write a script with \`${text}\`: the script could not undo it`,
    around.reason,
    '--on sandbox, for a host that is thrown away; or $.irreversible("why that is fine")`…`, in the recipe',
  );
}

function aroundRedirection(redirection: Redirection | null): Around {
  return redirection === null || DEVICES.has(redirection.file) ? NOTHING : aroundFile(fileWord(redirection));
}

function fileWord({ file }: Redirection): Word {
  return { typed: scriptWord(file), text: file };
}

/** Writes a redirection through another program: your own shell opens the file of `>`, not sudo */
function written(redirection: Redirection | null): string {
  if (redirection === null) return "";
  const { operator, file } = redirection;
  if (DEVICES.has(file)) return ` ${operator}${scriptWord(file)}`;
  return ` | sudo tee ${operator === ">>" ? "-a " : ""}${scriptWord(file)} >/dev/null`;
}

/** Writes the command itself; a function of the script starts a program that keeps running */
function typedLine({ redirection, stays, gives }: Line, commands: string): string {
  if (redirection !== null && stays !== null)
    return `background ${scriptWord(redirection.file)} ${scriptWord(stays)} ${commands}`;
  return assigned(`${commands}${written(redirection)}`, gives);
}

function assigned(text: string, variable: string | null): string {
  return variable === null ? text : `${variable}=$(${text})`;
}

/** A command as the script types it, with a comment if the recipe types something else */
interface OwnWords {
  readonly text: string;
  readonly remark: readonly string[];
  readonly needs: readonly BashFunction[];
}

function ownWords(command: ScriptCommand, made: Made): OwnWords {
  const { line, effects } = command;
  const removed = typeof effects === "string" ? undefined : effects.find(({ kind }) => kind === "dangling links");
  if (removed?.kind === "dangling links") return ownDangling(command, made, removed.folder);
  const run = dockerRun(command);
  if (run === null || line.gives === null) return { text: textOf(command), remark: [], needs: [] };
  const words = command.words.map(({ typed }) => typed);
  return run.waits === "for nothing"
    ? { text: `container ${words.join(" ")}`, remark: [], needs: ["container"] }
    : { text: `container ${detached(words).join(" ")}`, remark: [IN_BACKGROUND], needs: ["container"] };
}

/** Limits the removal of broken links to the script's own: others may be somebody else's */
function ownDangling(command: ScriptCommand, made: Made, typed: string): OwnWords {
  const folder = wordTyped(command, typed).text;
  const own = made.entries.filter(({ path }) => path.startsWith(`${folder}/`)).map(({ typed }) => typed);
  const remark = [
    `# ${textOf(command)}`,
    "# would also delete other people's links: this deletes only those of this script",
  ];
  const text = own.length === 0 ? ":" : `sudo find -L ${own.join(" ")} -maxdepth 0 -type l -delete`;
  return { text, remark, needs: [] };
}
