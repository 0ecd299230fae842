/**
 * The part of a recipe's page on undoing its lines by hand.
 *
 * @module
 */
import { explainLine } from "../../lib/explain/explain-line.ts";
import type { Back } from "../../lib/programs/grammar.ts";
import type { ArticleLine } from "../../lib/recipe/article-steps.ts";
import { fenced, paragraphs } from "./markdown.ts";

/** The placeholder of a container's id in an undo line */
const ANY_ID = "ID";

/** Makes a program read a file again that other lines change: to undo it, repeat it after them */
const REREADS = /^sudo service \S+ restart$/;

/** Undoes nothing when it comes after other lines: by then the file has changed */
const STARTS = /^sudo service \S+ start$/;

/** Deletes a bridge with all its settings */
const DELETES = /^sudo brctl delbr (\S+)$/;

/** Bridges that Docker creates again by itself */
const COMES_AGAIN: Readonly<Record<string, Back>> = {
  docker0: { say: "docker0 comes back when Docker starts" },
};

/** Starts Docker with another network, for which it adds rules */
const NAMES_NETWORK = /^(?!.*--iptables=false).*(?:-b=|--bip=).* >> \/etc\/default\/docker$/;

/** Gives docker0 another address, which it keeps at the next start of Docker */
const READDRESSES = /--bip=.* >> \/etc\/default\/docker$/;
const MADE_ANEW: readonly string[] = [
  "# Docker gives docker0 its own address again when there is none; one that stores it needs --bip=172.17.0.1/16 once",
  "sudo ip link del docker0",
];

/** Installs something, which stays */
const INSTALLS = /^sudo apt-get install /;

/** Creates and mounts the folder of entries if missing: ip-netns(8) */
const MOUNTS = /^sudo ip netns add /;
const UNMOUNTS = "sudo umount /var/run/netns";
const REMOVES_FOLDER = "sudo rmdir /var/run/netns";

/** Moves the end of a cable to a container */
const HANDS_OVER = /^sudo ip link set \S+ netns /;

/** Replaces Docker's earlier options */
const BEGINS_ANEW = / > \/etc\/default\/docker$/;

/** Opens a shell in a new container */
const OPENS_SHELL = /^sudo docker run -i -t /;

/** Starts a container, with an id and a network of its own */
export const STARTS_CONTAINER = /^sudo docker run /;

const END_CONTAINERS = `The short way is to end the containers first: a container's network goes with it, and with that both ends of every cable that
leads there.`;

/** A remark on rules, which no line undoes */
const RULES_STAY = `Docker's rules for the bridge stay: \`sudo iptables -S\` and \`sudo iptables -t nat -S\` list them, and with \`-D\` in place of \`-A\`
each deletes itself.`;

/** Returns the lines to type, and a remark on what they leave */
export function undoingOf(lines: readonly ArticleLine[]): string {
  return paragraphs(
    "A run undoes everything itself. By hand, undo the last line first, and use your own ids.",
    fenced("sh", undoLines(lines)),
    lines.some(({ text }) => STARTS_CONTAINER.test(text)) ? END_CONTAINERS : "",
    lines.some(({ text }) => NAMES_NETWORK.test(text)) ? RULES_STAY : "",
  );
}

/** Returns the lines to type, the last line's first; a comment where no line would do */
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

/** Adds the unmount of the folder of entries, without which it can't be removed when it is empty */
function unmounted(undo: readonly string[]): readonly string[] {
  const at = undo.indexOf(REMOVES_FOLDER);
  return at < 0 ? [...undo, UNMOUNTS, REMOVES_FOLDER] : undo.toSpliced(at, 0, UNMOUNTS);
}

/**
 * Returns the lines typed on the host until the last container is left, whose network goes by itself, or
 * until a new beginning. Other containers that were left need no undo.
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

/** Reports whether an old program repeats what today's lines have set before: those are undone, once */
function isSetAgain(line: string, lines: readonly ArticleLine[]): boolean {
  const { today } = explainLine(line);
  return today.length > 0 && today.every((other) => lines.some(({ text }) => text === other));
}

/** Reports whether a line of the recipe is itself the undo of an earlier one */
function isThat(back: string, line: string): boolean {
  if (!back.endsWith(` ${ANY_ID}`)) return back === line && !STARTS.test(line);
  const command = back.slice(0, -ANY_ID.length);
  return line.startsWith(command) && /^[\da-f]{12}$/.test(line.slice(command.length));
}

/** Drops undo lines about an interface that is gone */
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
