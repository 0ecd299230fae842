/**
 * What recipes call `$`: the shell, and terminals.
 *
 * @module
 */
import type { Line, Performer, Speaker } from "../../shell/template/line.ts";
import { NOTHING } from "../../shell/outcome.ts";
import { permit } from "../../shell/permit.ts";
import type { Stations } from "../../shell/road.ts";
import type { Kept } from "../../shell/undoing.ts";
import { type OpenShell, openShell, type Tag } from "../../shell/shell.ts";
import type { Value } from "../../shell/template/value.ts";
import { words } from "../../shell/template/words.ts";
import { commandOf, listContainers } from "../containers.ts";
import { ifMissing, type IfMissing } from "../if-missing.ts";
import type { InFlight } from "../run/in-flight.ts";
import { Session } from "./session.ts";
import { Terminal } from "./terminal.ts";
import { noContainer, notOpened } from "./terminal-error.ts";

/** Opens a container's shell that stays open; the sample is the id that the article's prompt shows */
type Opens = (sample: string) => (template: TemplateStringsArray, ...values: readonly Value[]) => Promise<Terminal>;

/**
 * What recipes call `$`: a template is one command, whose `${…}` are single words whatever is in them. It runs when it is
 * awaited, and one that fails fails the run.
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
  /** Opens a container's shell that stays open, by its article's id: `docker run -i -t …` */
  readonly terminal: Opens;
  /** For what the article types where a program is missing: `` $.ifMissing("brctl")`sudo apt-get install bridge-utils` `` */
  readonly ifMissing: IfMissing;
  /** For what the article tells in words only, without a line of its own */
  readonly told: Tag & { readonly terminal: Opens };
}

/** What a recipe's `$` is made of */
export interface RecipeStations extends Stations {
  /** Is told of what goes on in terminals */
  readonly inFlight: InFlight;
  /** Takes every terminal that is opened */
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

/** @param nameOf what a terminal goes by as long as no container is there, by its sample */
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
  // The prompt says that the shell waits; which container it is in, only Docker knows
  const id = await newContainer(
    performer,
    (container) => kept.container?.startsWith(container) ?? !before.has(container),
  );
  if (id === undefined) throw noContainer(line.text);
  await turn.after();
  announcer.named(sample, id);
  return new Terminal(id, session, surroundings);
}

/** The line itself or, where its container is there already, one that opens a further shell in it */
async function terminalLine(performer: Performer, { line, container }: Kept): Promise<readonly string[]> {
  if (container === undefined) return line.commands[0].argv;
  return ["sudo", "docker", "exec", "-i", "-t", container, ...(await commandOf(performer, container))];
}

/** How long Docker may take to list a container whose shell has shown its prompt already, in milliseconds */
const LISTED_WITHIN = 1000;
const POLL = 10;

/** The container that a shell is in; `undefined` when it is in none */
async function newContainer(performer: Performer, isIt: (id: string) => boolean): Promise<string | undefined> {
  const deadline = performance.now() + LISTED_WITHIN;
  for (;;) {
    const found = (await listContainers(performer)).find(isIt);
    if (found !== undefined || performance.now() > deadline) return found;
    await Bun.sleep(POLL);
  }
}
