/**
 * The part of a recipe's page that has what takes its lines back, by hand.
 *
 * @module
 */
import { explainLine } from "../../lib/explain/explain-line.ts";
import type { Back } from "../../lib/explain/grammar.ts";
import type { ArticleLine } from "../../lib/recipe/article-steps.ts";
import { fenced, paragraphs } from "./markdown.ts";

/** What stands for a container's id in what takes a line back */
const ANY_ID = "ID";

/** Makes a program read a file again that other lines change: to take it back is to do it again when that is done */
const REREADS = /^sudo service \S+ restart$/;

/** Is no taking back where it comes after others: by then there is something else to read */
const STARTS = /^sudo service \S+ start$/;

/** Deletes a bridge, and with it all that was said of it */
const DELETES = /^sudo brctl delbr (\S+)$/;

/** Bridges that come again by themselves */
const COMES_AGAIN: Readonly<Record<string, Back>> = {
  docker0: { say: "docker0 is there again when Docker starts, which makes it" },
};

/** Makes Docker start with another bridge */
const NAMES_BRIDGE = /-b=.* >> \/etc\/default\/docker$/;

/** What no line takes back */
const RULES_STAY = `Docker's rules for the bridge stay: \`sudo iptables -S\` and \`sudo iptables -t nat -S\` list them, and with \`-D\` in place of \`-A\`
each takes itself back.`;

/** What to type, and what that leaves */
export function undoingOf(lines: readonly ArticleLine[]): string {
  return paragraphs(
    "A run undoes all by itself. By hand, what was done last is undone first; put your own ids in.",
    fenced("sh", undoLines(lines)),
    `The short way is to end the containers first: a container's network goes with it, and with that both ends of every cable that
leads there.`,
    lines.some(({ text }) => NAMES_BRIDGE.test(text)) ? RULES_STAY : "",
  );
}

/** The lines to type, the last one's first; a comment where no line would do */
function undoLines(lines: readonly ArticleLine[]): readonly string[] {
  const standing: (readonly Back[])[] = [];
  const again = new Set<string>();
  for (const line of typedBeforeTheEnd(lines)) {
    const taken = standing.findLastIndex((backs) => backs.some((back) => "type" in back && isThat(back.type, line)));
    const [, deleted] = DELETES.exec(line) ?? [];
    if (REREADS.test(line)) again.add(line);
    else if (taken !== -1) standing.splice(taken, 1);
    else if (deleted === undefined) standing.push(explainLine(line).undo);
    else standing.push(...withoutSettingsOf(deleted, standing.splice(0)), backOf(deleted, line));
  }
  return [...standing.toReversed().flatMap((backs) => backs.map(lineOf)), ...again];
}

/** What is typed on the host until a container is left: its network goes with that by itself */
function typedBeforeTheEnd(lines: readonly ArticleLine[]): readonly string[] {
  const end = lines.findIndex((line) => line.in === "container" && line.text === "exit");
  return lines
    .slice(0, end === -1 ? lines.length : end)
    .filter((line) => line.in === "host")
    .map(({ text }) => text);
}

/** Whether a line of the recipe is the very one that takes an earlier one back */
function isThat(back: string, line: string): boolean {
  if (!back.endsWith(` ${ANY_ID}`)) return back === line && !STARTS.test(line);
  const command = back.slice(0, -ANY_ID.length);
  return line.startsWith(command) && /^[\da-f]{12}$/.test(line.slice(command.length));
}

/** All but what is about an interface that is gone */
function withoutSettingsOf(name: string, standing: readonly (readonly Back[])[]): readonly (readonly Back[])[] {
  return standing.filter((backs) => !backs.some((back) => "type" in back && back.type.split(" ").includes(name)));
}

function backOf(deleted: string, line: string): readonly Back[] {
  const own = Object.hasOwn(COMES_AGAIN, deleted) ? COMES_AGAIN[deleted] : undefined;
  return own === undefined ? explainLine(line).undo : [own];
}

function lineOf(back: Back): string {
  return "type" in back ? back.type : `# ${back.say}`;
}
