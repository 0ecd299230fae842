/**
 * A recipe's `$`: the shell, and terminals.
 *
 * @module
 */
import type { Line, Performer, Speaker } from "../../shell/template/session-line.ts";
import { NOTHING } from "../../shell/outcome.ts";
import { permit } from "../../shell/permit.ts";
import type { Stations } from "../../shell/pipeline.ts";
import type { Kept } from "../../shell/undoing.ts";
import { type OpenShell, openShell, type Tag } from "../../shell/open-shell.ts";
import type { Value } from "../../shell/template/value.ts";
import { words } from "../../shell/template/words.ts";
import { commandOf, listContainers } from "../containers.ts";
import { ifMissing, type IfMissing } from "../if-missing.ts";
import type { InFlight } from "../run/in-flight.ts";
import { Session } from "./session.ts";
import { Terminal } from "./terminal.ts";
import { noContainer, notOpened } from "./terminal-error.ts";

/** Opens a container's shell that stays open; the sample is the id in the article's prompt */
type Opens = (sample: string) => (template: TemplateStringsArray, ...values: readonly Value[]) => Promise<Terminal>;

/**
 * A recipe's `$`: a template is one command, and each `${…}` in it is a single word, whatever it contains.
 * The command runs when it is awaited; a failing one fails the run.
 *
 * @example
 * ```ts
 * import { interfaceName, pid, recipe } from "wirework";
 *
 * export default recipe({
 *   summary: "All that $ can",
 *   options: {},
 *   permissions: { run: ["docker", "ip", "grep", "echo", "ls", "mount"] },
 *   async run({ $, step }) {
 *     step("A command, a value of one, and a file");
 *     const shell = await $.terminal("63f36fc01b5f")`sudo docker run -i -t --rm base /bin/bash`;
 *     const id = await $.let("pid", pid("2778"))`sudo docker inspect -f '{{.State.Pid}}' ${shell}`;
 *     const veth = await $.told.as("veth", interfaceName("vethAQI2QT"))`ls /sys/class/net/docker0/brif`;
 *     const links = await $.pipe($`ip -br link`, $`grep ${veth}`);
 *     await $.append("/etc/default/docker")`echo 'DOCKER_OPTS="--mtu=1400"'`;
 *     await $.irreversible("it ends with the sandbox")`sudo mount -t tmpfs tmpfs /mnt`;
 *     if (links.lines().length !== 1) throw new Error(`Expected one cable of ${id.value}, saw ${links.text()}`);
 *   },
 * });
 * ```
 */
export interface RecipeShell extends Tag {
  /** Opens a container's shell that stays open, `docker run -i -t …`, by the id in the article */
  readonly terminal: Opens;
  /**
   * Types a line of the article that is needed only when a program is missing: `` $.ifMissing("brctl")`sudo
   * apt-get install bridge-utils` ``
   */
  readonly ifMissing: IfMissing;
  /** Types lines that the article describes without printing them */
  readonly told: Tag & { readonly terminal: Opens };
}

/** The parts of a recipe's `$` */
export interface RecipeStations extends Stations {
  /** Tracks unfinished actions in terminals */
  readonly inFlight: InFlight;
  /** Collects every terminal that is opened */
  readonly sessions: Session[];
}

/** Makes a recipe's `$` */
export function openRecipeShell(stations: RecipeStations): {
  $: RecipeShell;
  assertAllAwaited: OpenShell["assertAllAwaited"];
} {
  const { $, assertAllAwaited } = openShell(stations);
  let opened = 0;
  const nameOf = (sample: string) => (stations.performer.unknowns === "variables" ? `shell${++opened}` : sample);
  const told = Object.assign($.told, { terminal: opens(stations, "told", nameOf) });
  return {
    $: Object.assign($, {
      terminal: opens(stations, "article", nameOf),
      ifMissing: ifMissing(stations.performer, stations.allowed, $),
      told,
    }),
    assertAllAwaited,
  };
}

/**
 * Makes a function that opens terminals.
 *
 * @param nameOf the terminal's name until its container exists, by its sample
 */
function opens(stations: RecipeStations, speaker: Speaker, nameOf: (sample: string) => string): Opens {
  return (sample) =>
    async (template, ...values) => {
      const command = words(template, values);
      permit(command.argv, stations.allowed);
      const { text } = command;
      const gives = nameOf(sample);
      const line: Line = {
        text,
        commands: [command],
        redirection: null,
        stays: null,
        speaker,
        irreversible: null,
        gives,
      };
      return stations.inFlight.track(line.text, open(stations, line, gives));
    };
}

async function open(stations: RecipeStations, line: Line, sample: string): Promise<Terminal> {
  const { announcer, performer } = stations;
  const surroundings = { ...stations, speaker: line.speaker };
  const turn = await stations.pace.before(line);
  if (turn === null) return new Terminal(sample, null, surroundings);
  const kept = await stations.undoing.before(line);
  announcer.announce(line);
  if (!performer.knows) {
    announcer.finished(line, NOTHING);
    return new Terminal(sample, null, surroundings);
  }
  const began = performance.now();
  const before = new Set(await listContainers(performer));
  const session = new Session(performer, await terminalLine(performer, kept));
  stations.sessions.push(session);
  const waits = await session.until(() => session.prompt !== null);
  const outcome = {
    exitCode: session.exitCode ?? (waits ? 0 : 1),
    stdout: session.shown,
    stderr: "",
    ms: performance.now() - began,
  };
  await kept.after(outcome);
  announcer.finished(line, outcome);
  if (!waits) throw notOpened(performer, line.text, session);
  // The prompt shows that the shell waits; only Docker knows its container
  const id = await newContainer(
    performer,
    (container) => kept.container?.startsWith(container) ?? !before.has(container),
  );
  if (id === undefined) throw noContainer(line.text);
  await turn.after();
  announcer.named(sample, id);
  return new Terminal(id, session, surroundings);
}

/** Returns the line itself or, when its container exists already, one that opens another shell in it */
async function terminalLine(performer: Performer, { line, container }: Kept): Promise<readonly string[]> {
  if (container === undefined) return line.commands[0].argv;
  return ["sudo", "docker", "exec", "-i", "-t", container, ...(await commandOf(performer, container))];
}

/** The time that Docker may take to list a container whose prompt is visible already, in milliseconds */
const LISTED_WITHIN = 1000;
const POLL = 10;

/** Finds the container of a new shell; `undefined` when it is in none */
async function newContainer(performer: Performer, isIt: (id: string) => boolean): Promise<string | undefined> {
  const deadline = performance.now() + LISTED_WITHIN;
  for (;;) {
    const found = (await listContainers(performer)).find(isIt);
    if (found !== undefined || performance.now() > deadline) return found;
    await Bun.sleep(POLL);
  }
}
