/**
 * What takes a command of a script back, known when the script is written: one table, of what is otherwise than `explain` says.
 *
 * @module
 */
import { explainCommand } from "../explain/explain-line.ts";
import { planOf } from "../shell/invert/invert.ts";
import { knownVerb, touchesOf } from "../shell/invert/known-verb.ts";
import { dockerEffects } from "../programs/docker/effects.ts";
import { readDocker } from "../programs/docker/line.ts";
import { type Around, aroundFile, NOTHING } from "./around.ts";
import { dockerRun } from "./docker-run.ts";
import { isExact, kindOf } from "./exact.ts";
import type { Made } from "./made.ts";
import { type ScriptCommand, textOf } from "./script-command.ts";
import { takeServiceBack } from "./take-service-back.ts";
import { undoTouches } from "./verb-undo.ts";

/** Why nobody knows what takes it back; goes on a sentence */
export interface Obstacle {
  readonly reason: string;
}

/** What takes some commands back; `null` for another one */
type Rule = (command: ScriptCommand, made: Made, variable: string | null) => Around | Obstacle | null;

const RULES: readonly Rule[] = [
  ofStaying,
  ofContainers,
  ofImage,
  takeServiceBack,
  ofFolder,
  ofSetting,
  ofTee,
  ofDangling,
  ofVerb,
];

/**
 * What takes a command back that changes something.
 *
 * @param made what the script has made before it
 * @param variable the one that has what the command prints; `null` where none has
 */
export function takeBack(command: ScriptCommand, made: Made, variable: string | null): Around | Obstacle {
  for (const rule of RULES) {
    const around = rule(command, made, variable);
    if (around !== null) return around;
  }
  return asExplained(command, made);
}

/** The lines of `wirework explain`: of what is somebody else's only where they are right whatever was there before */
function asExplained(command: ScriptCommand, made: Made): Around | Obstacle {
  const { undo } = explainCommand({
    text: textOf(command),
    words: command.words,
    redirection: null,
    runs: "to its end",
  });
  const lines = undo.flatMap((step) => ("type" in step ? [step.type] : []));
  const isOwn = made.includes(command);
  const isKnown = lines.length > 0 && lines.length === undo.length;
  if (isKnown && (isOwn || isExact(command)))
    return { ...besides(command), after: lines.map((line) => `undo ${line}`) };
  return isOwn ? NOTHING : { reason: reasonAgainst(command) };
}

/** As the journal says it, where it does not know either */
function reasonAgainst({ words }: ScriptCommand): string {
  const [first = "", ...rest] = words.map(({ text }) => text);
  const plan = planOf([first, ...rest]);
  return plan.kind === "unknown" ? plan.reason : "what was there before is not known when the script is written";
}

/** `ip` makes the folder of all names along with the first one */
function besides(command: ScriptCommand): Around {
  return kindOf(command) === "ip netns add" ? { before: ["undo_netns"], after: [], needs: ["undo-netns"] } : NOTHING;
}

/** `background`, which starts it, notes what ends it */
function ofStaying({ line }: ScriptCommand): Around | null {
  return line.stays === null ? null : NOTHING;
}

/** A container goes by its id; with it goes all that becomes of it */
function ofContainers(command: ScriptCommand, _made: Made, variable: string | null): Around | Obstacle | null {
  const { program, args, variables } = command;
  const docker = program === "docker" ? readDocker(args) : null;
  if (docker === null) return null;
  const { command: verb, parsed } = docker;
  if (verb === "run" || verb === "create") {
    if (variable !== null) return { ...NOTHING, after: [`undo sudo docker rm -f "$${variable}"`] };
    return dockerRun(command)?.afterEnd === "removed" ? NOTHING : { reason: "no value has the id of its container" };
  }
  const effects = dockerEffects(parsed);
  const named = (typeof effects === "string" ? [] : effects).flatMap((effect) =>
    effect.kind === "container" ? effect.references : effect.kind === "container link" ? effect.links : [],
  );
  const isOwn = named.length > 0 && named.length <= variables.length;
  return isOwn ? NOTHING : null;
}

/** Of an image that nobody has made before */
function ofImage({ program, args, words }: ScriptCommand): Around | Obstacle | null {
  const own = words.slice(words.length - args.length).map(({ typed }) => typed);
  const docker = program === "docker" ? readDocker(own) : null;
  if (docker?.command !== "build") return null;
  const effects = dockerEffects(docker.parsed);
  if (typeof effects === "string") return { reason: effects };
  const names = effects.flatMap((effect) => (effect.kind === "image" ? [effect.name] : []));
  return { before: names.map((name) => `undo_image ${name}`), after: [], needs: ["undo-image"] };
}

/** Only those levels that are not there yet */
function ofFolder({ program, words }: ScriptCommand): Around | null {
  if (program !== "mkdir") return null;
  const folders = words.slice(words.findIndex(({ text }) => text === "mkdir") + 1).map(({ typed }) => typed);
  const paths = folders.filter((word) => !word.startsWith("-"));
  return { before: paths.map((path) => `undo_folder ${path}`), after: [], needs: ["undo-folder"] };
}

/** `sysctl -w NAME=VALUE` */
function ofSetting({ program, args, network }: ScriptCommand): Around | null {
  if (program !== "sysctl" || network !== null) return null;
  const names = args.flatMap((word) => /^([\w.-]+)=/.exec(word)?.[1] ?? []);
  const lines = names.map((name) => `undo sudo sysctl -q -w ${name}="$(sysctl -n ${name})"`);
  return lines.length === 0 ? null : { before: lines, after: [], needs: [] };
}

/** `tee FILE`, which writes what it reads */
function ofTee({ program, args, network }: ScriptCommand): Around | null {
  const paths = args.filter((word) => !word.startsWith("-"));
  if (program !== "tee" || network !== null) return null;
  const around = paths.map(aroundFile);
  return {
    before: around.flatMap(({ before }) => before),
    after: [],
    needs: around.flatMap(({ needs }) => needs),
  };
}

/** Only links of the script's own are deleted there, and those are to go anyway */
function ofDangling({ program }: ScriptCommand): Around | null {
  return program === "find" ? NOTHING : null;
}

/** What links, addresses, routes, rules and neighbours were, which the script sees before */
function ofVerb(command: ScriptCommand, made: Made): Around | Obstacle | null {
  const known = knownVerb(command.words);
  if (known === null) return null;
  const touches = touchesOf(known);
  return typeof touches === "string" ? { reason: touches } : undoTouches(touches, (touch) => made.owns(touch, command));
}
