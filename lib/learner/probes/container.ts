/**
 * Containers: started, stopped and removed.
 *
 * @module
 */
import { DEFAULT_FILE } from "../../hosts/machine/default-file.ts";
import type { Deed } from "../deed.ts";
import { type Finding, found } from "../finding.ts";
import type { MadeContainer } from "../recipe-line.ts";
import type { SeenContainer } from "../host-containers.ts";
import type { Question, Sight } from "../sight.ts";
import { compareContainer, describeContainer, isOneOfItsKind } from "../wanted-container.ts";
import { thingOf } from "./service.ts";

/** The containers of a host's Docker, by whether they are matched with a line */
export interface Taken {
  readonly taken: readonly SeenContainer[];
  readonly others: readonly SeenContainer[];
  readonly docker: "running" | "stopped";
}

/** Judges a line of `docker run` by the container matched with it */
export function containerMade({ args, word, container }: MadeContainer, all: Taken): Finding {
  const wanted = `${describeContainer(args)} is running`;
  const said = { thing: thingOfContainer(word), wanted, tells: isOneOfItsKind(args) };
  const meant = container ?? almost(args, all.others);
  if (meant === null) return found({ ...said, seen: whatRuns(args, all) }, false);
  const [first] = compareContainer(args, meant).differences;
  if (first === undefined) return found({ ...said, seen: `${meant.id} is running` }, true);
  return {
    ...said,
    wanted: `${whichOne(args, all)} with ${first.wanted} is running`,
    seen: `${meant.id} is running with ${first.seen}`,
    is: "otherwise",
  };
}

/**
 * Turns a fitting container into a missing one, when lines before it still have to set up Docker: these will end it.
 */
export function tooEarly(finding: Finding): Finding {
  if (finding.is !== "so") return finding;
  return {
    ...finding,
    seen: `${finding.seen}, but it was started before Docker was set up as required`,
    is: "missing",
  };
}

/** Reports whether a finding is about Docker itself, or about its options */
export function isAboutDocker({ thing }: Finding): boolean {
  return thing === thingOf("docker") || thing.startsWith(`file ${DEFAULT_FILE}`);
}

/** Finds a running container that fits except for one word; `null` when there is none */
function almost(args: readonly string[], others: readonly SeenContainer[]): SeenContainer | null {
  const isAlmost = (container: SeenContainer) => {
    const { differences, runsAnother } = compareContainer(args, container);
    return container.isRunning && differences.length === 1 && !runsAnother;
  };
  return others.find(isAlmost) ?? null;
}

function whatRuns(args: readonly string[], { taken, others, docker }: Taken): string {
  if (docker === "stopped") return "Docker is stopped on this host: sudo service docker start";
  const isLike = (container: SeenContainer) => compareContainer(args, container).differences.length === 0;
  const ended = others.findLast(isLike);
  if (ended !== undefined) return `${ended.id} has ended`;
  const ids = likeIt(args, taken);
  return ids === "" ? "no such container is running" : `no such container is running except ${ids}`;
}

/** Describes the expected container, besides others like it that are matched with other lines */
function whichOne(args: readonly string[], { taken }: Taken): string {
  const ids = likeIt(args, taken);
  return ids === "" ? "a container" : `another container besides ${ids}`;
}

/** The ids of the containers that fit; empty when there are none */
function likeIt(args: readonly string[], containers: readonly SeenContainer[]): string {
  const like = containers.filter((container) => compareContainer(args, container).differences.length === 0);
  return like.map(({ id }) => id).join(" and ");
}

/** Looks for the result of `docker start`, `stop`, `kill` or `rm` */
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
