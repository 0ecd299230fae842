/**
 * The part of a recipe's page that has what takes its lines back, by hand.
 *
 * @module
 */
import { explainLine } from "../../lib/explain/explain-line.ts";
import type { Back } from "../../lib/programs/grammar.ts";
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

/** Makes Docker start with another network, for which it has rules */
const NAMES_NETWORK = /^(?!.*--iptables=false).*(?:-b=|--bip=).* >> \/etc\/default\/docker$/;

/** Gives docker0 another address, which it keeps when Docker starts again */
const READDRESSES = /--bip=.* >> \/etc\/default\/docker$/;
const MADE_ANEW: readonly string[] = [
  "# Docker gives docker0 its own address again when there is none; one that stores it wants --bip=172.17.0.1/16 once",
  "sudo ip link del docker0",
];

/** What is installed stays */
const INSTALLS = /^sudo apt-get install /;

/** Makes the folder of entries, where there is none, and a mount of it: ip-netns(8) */
const MOUNTS = /^sudo ip netns add /;
const UNMOUNTS = "sudo umount /var/run/netns";
const REMOVES_FOLDER = "sudo rmdir /var/run/netns";

/** Gives a container the end of a cable */
const HANDS_OVER = /^sudo ip link set \S+ netns /;

/** Makes Docker forget what it was told before */
const BEGINS_ANEW = / > \/etc\/default\/docker$/;

/** Opens a shell in a new container */
const OPENS_SHELL = /^sudo docker run -i -t /;

/** Begins what has an id, and a network that goes with it */
export const STARTS_CONTAINER = /^sudo docker run /;

const END_CONTAINERS = `The short way is to end the containers first: a container's network goes with it, and with that both ends of every cable that
leads there.`;

/** What no line takes back */
const RULES_STAY = `Docker's rules for the bridge stay: \`sudo iptables -S\` and \`sudo iptables -t nat -S\` list them, and with \`-D\` in place of \`-A\`
each takes itself back.`;

/** What to type, and what that leaves */
export function undoingOf(lines: readonly ArticleLine[]): string {
  return paragraphs(
    "A run undoes all by itself. By hand, what was done last is undone first; put your own ids in.",
    fenced("sh", undoLines(lines)),
    lines.some(({ text }) => STARTS_CONTAINER.test(text)) ? END_CONTAINERS : "",
    lines.some(({ text }) => NAMES_NETWORK.test(text)) ? RULES_STAY : "",
  );
}

/** The lines to type, the last one's first; a comment where no line would do */
function undoLines(lines: readonly ArticleLine[]): readonly string[] {
  const standing: (readonly Back[])[] = [];
  const again = new Set<string>();
  for (const line of typedBeforeTheEnd(lines)) {
    const taken = standing.findLastIndex((backs) => backs.some((back) => "type" in back && isThat(back.type, line)));
    const [, deleted] = DELETES.exec(line) ?? [];
    if (INSTALLS.test(line)) continue;
    else if (REREADS.test(line)) again.add(line);
    else if (taken !== -1) standing.splice(taken, 1);
    else if (isSetAgain(line, lines)) continue;
    else if (deleted === undefined) standing.push(explainLine(line).undo);
    else standing.push(...withoutSettingsOf(deleted, standing.splice(0)), backOf(deleted, line));
  }
  const undo = standing.toReversed().flatMap((backs) => backs.map(lineOf));
  const typed = (pattern: RegExp) => lines.some(({ text }) => pattern.test(text));
  return [...(typed(MOUNTS) ? unmounted(undo) : undo), ...(typed(READDRESSES) ? MADE_ANEW : []), ...again];
}

/** With the folder of entries no mount any more, when it is empty: only then it can be removed */
function unmounted(undo: readonly string[]): readonly string[] {
  const at = undo.indexOf(REMOVES_FOLDER);
  return at < 0 ? [...undo, UNMOUNTS, REMOVES_FOLDER] : undo.toSpliced(at, 0, UNMOUNTS);
}

/**
 * What is typed on the host until a container is left whose network goes with that by itself, or until there is a new
 * beginning. Of any other container that is left, nothing is to be taken back.
 */
function typedBeforeTheEnd(lines: readonly ArticleLine[]): readonly string[] {
  const left = lines.findIndex((line) => line.in === "container" && line.text === "exit");
  const [before, after] = [onHost(lines.slice(0, left)), onHost(lines.slice(left))];
  if (left === -1) return onHost(lines);
  if (before.some((line) => HANDS_OVER.test(line)) || after.some((line) => BEGINS_ANEW.test(line))) return before;
  const opened = before.findLastIndex((line) => OPENS_SHELL.test(line));
  return [...before.toSpliced(opened, 1), ...after];
}

function onHost(lines: readonly ArticleLine[]): readonly string[] {
  return lines.filter((line) => line.in === "host").map(({ text }) => text);
}

/** Whether an old program sets what lines of today's have set before: these are taken back, and that once */
function isSetAgain(line: string, lines: readonly ArticleLine[]): boolean {
  const { today } = explainLine(line);
  return today.length > 0 && today.every((other) => lines.some(({ text }) => text === other));
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
