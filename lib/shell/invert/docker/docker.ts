/**
 * `docker`: which command is meant, and who takes it back.
 *
 * @module
 */
import { optionsOf, skipOptions } from "../../wrappers/skip-options.ts";
import { NONE, type Plan, unknown } from "../inversion.ts";
import type { Typed } from "../typed.ts";
import { buildImage } from "./build.ts";
import type { DockerLine, InvertDocker } from "./docker-line.ts";
import { connect, disconnect } from "./endpoint.ts";
import { labelled } from "./labelled.ts";
import { removeContainers } from "./remove.ts";
import { rename } from "./rename.ts";
import { changeState } from "./state.ts";

/** Of the client itself; what comes back goes to the same engine. docker(1) */
const GLOBAL_OPTIONS = optionsOf(
  "-c: --context: --config: -D --debug -H: --host: -l: --log-level: --tls --tlscacert: --tlscert: --tlskey: --tlsverify",
);

/** Commands that are about other things than containers, and so have a second word */
const GROUPS: ReadonlySet<string> = new Set(
  [
    "builder buildx checkpoint compose config container context image manifest network node plugin secret service",
    "stack swarm system trust volume",
  ].flatMap((line) => line.split(" ")),
);

/** What changes nothing, but for a container's own files and processes, which go along with it */
const HARMLESS: ReadonlySet<string> = new Set(
  [
    "exec attach inspect ps logs images info version port top wait diff events history search stats help",
    "container exec,container attach,container inspect,container ls,container list,container ps,container logs",
    "container port,container top,container wait,container diff,container stats",
    "image ls,image list,image inspect,image history,network ls,network list,network inspect",
    "volume ls,volume list,volume inspect,system info,system df,system events,context ls,context show,context inspect",
  ].flatMap((line) =>
    line.includes(",") ? line.split(",") : line.startsWith("container ") ? [line] : line.split(" "),
  ),
);

/** Those that are taken back; of a container also with `container` before them */
const INVERTS: Readonly<Record<string, InvertDocker>> = {
  run: labelled("container"),
  create: labelled("container"),
  rm: removeContainers,
  start: changeState("start"),
  stop: changeState("stop"),
  restart: changeState("restart"),
  kill: changeState("kill"),
  pause: changeState("pause"),
  unpause: changeState("unpause"),
  rename,
  build: buildImage,
  "image build": buildImage,
  "network create": labelled("network"),
  "network connect": connect,
  "network disconnect": disconnect,
  "volume create": labelled("volume"),
};

/** Why some others are not */
const REASONS: Readonly<Record<string, string>> = {
  pull: "an image that is fetched may have been another before",
  rmi: "the image is not built again",
  "image rm": "the image is not built again",
  "network rm": "what was on the network is not known any more",
  "volume rm": "what is in the volume is lost",
};

/** They print, or write into a container, unless they are told to write to the host */
const PRINTS: ReadonlySet<string> = new Set(["cp", "export", "save"]);

/** A folder of the host that a container may write to: `-v /root:/h`, `--mount type=bind,…`; docker-run(1) */
const BIND = /^(?:-v=?|--volume=?)?\/[^:]*:\S*$|^(?:--mount=?)?\S*type=bind/;

/** A volume that is kept under a name: `-v data:/srv` */
const NAMED_VOLUME = /^[a-zA-Z0-9][\w.-]+:\//;

/** The values of `--volume` */
function volumesIn(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    if (word === "-v" || word === "--volume") return words.slice(at + 1, at + 2);
    const [, attached] = /^(?:-v=?|--volume=)(.+)$/.exec(word) ?? [];
    return attached === undefined ? [] : [attached];
  });
}

/** Why a line could not be taken back, by what it is told; `null` when that is no obstacle */
function reasonOf(name: string, words: readonly string[]): string | null {
  if (name === "cp" && !/^[^/.][^/]*:/.test(words.at(-1) ?? "")) return "it writes files of the host";
  if ((name === "save" || name === "export") && words.some((word) => /^(?:-o|--output)/.test(word)))
    return "it writes a file of the host";
  const isMade = name === "run" || name === "create";
  if (isMade && volumesIn(words).some((volume) => NAMED_VOLUME.test(volume)))
    return "a volume with a name stays when its container goes";
  if (isMade && words.some((word) => BIND.test(word) && !/[:,]ro(?:$|,)|readonly/.test(word)))
    return "a container that has a folder of the host can change what is in it";
  return null;
}

/** Equivalent to: the opposite `docker` line, on the same engine */
export function docker(typed: Typed): Plan {
  const skipped = skipOptions(typed.args, GLOBAL_OPTIONS);
  if ("unknown" in skipped) return NONE; // `--version`, `--help`; any other is refused by docker itself
  const [first = "help", ...rest] = skipped.operands;
  const isGroup = GROUPS.has(first);
  if (isGroup && rest[0] === undefined) return NONE;
  const name = isGroup ? `${first} ${rest[0]}` : first;
  const words = isGroup ? rest.slice(1) : rest;
  if (HARMLESS.has(name) || words[0] === "--help") return NONE;
  const reason = reasonOf(name.replace(/^(?:container|image) /, ""), words);
  if (reason !== null) return unknown(reason);
  if (PRINTS.has(name.replace(/^(?:container|image) /, ""))) return NONE;
  const globals = typed.args.slice(0, typed.args.length - skipped.operands.length);
  const line: DockerLine = {
    typed,
    docker: ["docker", ...globals],
    words,
    optionsAt: typed.argv.length - words.length,
  };
  const invert = INVERTS[name.replace(/^container /, "")];
  return invert?.(line) ?? unknown(REASONS[name] ?? `nobody here knows how \`docker ${name}\` is taken back`);
}
