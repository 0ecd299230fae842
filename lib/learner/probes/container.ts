/**
 * Containers: started, stopped and removed.
 *
 * @module
 */
import type { Deed } from "../deed.ts";
import { type Finding, found } from "../finding.ts";
import type { MadeContainer } from "../read-line.ts";
import type { SeenContainer } from "../seen-container.ts";
import type { Question, Sight } from "../sight.ts";
import { compareContainer } from "../wanted-container.ts";
import { thingOf } from "./service.ts";

/** The containers of a host, by whether they are taken for one that a line made */
export interface Taken {
  readonly taken: readonly SeenContainer[];
  readonly others: readonly SeenContainer[];
}

/** `docker run`, and the container that is taken for the one that it made */
export function containerMade({ args, word, container }: MadeContainer, all: Taken): Finding {
  const said = { thing: thingOfContainer(word), wanted: "a container that was started so is running", tells: true };
  const meant = container ?? almost(args, all.others);
  if (meant === null) return found({ ...said, seen: whatRuns(args, all) }, false);
  const [first] = compareContainer(args, meant).differences;
  if (first === undefined) return found({ ...said, seen: `${meant.id} is running` }, true);
  const wanted = `a container with ${first.wanted} is running`;
  return { ...said, wanted, seen: `${meant.id} is running with ${first.seen}`, is: "otherwise" };
}

/** One that would do but for a word; `null` for none */
function almost(args: readonly string[], others: readonly SeenContainer[]): SeenContainer | null {
  const isAlmost = (container: SeenContainer) => {
    const { differences, runsAnother } = compareContainer(args, container);
    return container.isRunning && differences.length === 1 && !runsAnother;
  };
  return others.find(isAlmost) ?? null;
}

function whatRuns(args: readonly string[], { taken, others }: Taken): string {
  const isLike = (container: SeenContainer) => compareContainer(args, container).differences.length === 0;
  const ended = others.findLast(isLike);
  if (ended !== undefined) return `${ended.id} has ended`;
  const ids = taken.filter(isLike).map(({ id }) => id);
  return ids.length === 0
    ? "no such container is running"
    : `no other such container is running than ${ids.join(" and ")}`;
}

/** `docker start`, `stop`, `kill`, `rm` */
export async function containerSet(
  { polarity, references }: Deed<"container">,
  { containers }: Sight,
): Promise<readonly Question[]> {
  return references.map((reference) => async () => {
    const container = containers.find(({ id, name }) => name === reference || reference.startsWith(id));
    const isRunning = container?.isRunning ?? false;
    const told = (runs: boolean) => `${reference} ${runs ? "is running" : "is not running"}`;
    const said = { thing: thingOfContainer(reference), wanted: told(polarity === "there"), seen: told(isRunning) };
    return found({ ...said, tells: false }, isRunning === (polarity === "there"));
  });
}

function thingOfContainer(word: string): string {
  return `${thingOf("docker")}/container ${word}`;
}
