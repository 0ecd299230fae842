/**
 * `docker`: which command is meant, and who takes it back.
 *
 * @module
 */
import { dockerEffects } from "../../../programs/docker/effects.ts";
import { readDocker } from "../../../programs/docker/line.ts";
import { optionValues } from "../../../programs/docker/option-values.ts";
import { NONE, type Plan, unknown } from "../inversion.ts";
import type { Typed } from "../typed.ts";
import { buildImage } from "./build.ts";
import type { DockerLine, InvertDocker } from "./docker-line.ts";
import { changeEndpoint } from "./endpoint.ts";
import { labelled } from "./labelled.ts";
import { removeContainers } from "./remove.ts";
import { rename } from "./rename.ts";
import { changeState } from "./state.ts";

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
  "network create": labelled("network"),
  "network connect": changeEndpoint,
  "network disconnect": changeEndpoint,
  "volume create": labelled("volume"),
};

/** Why some others are not */
const REASONS: Readonly<Record<string, string>> = {
  pull: "an image that is fetched may have been another before",
  rmi: "the image is not built again",
  "network rm": "what was on the network is not known any more",
  "volume rm": "what is in the volume is lost",
};

/** They print, or write into a container, unless they are told to write to the host */
const PRINTS: ReadonlySet<string> = new Set(["cp", "export", "save"]);

/** A folder of the host that a container may write to: `-v /root:/h`, `--mount type=bind,…`; docker-run(1) */
const BIND = /^(?:-v=?|--volume=?)?\/[^:]*:\S*$|^(?:--mount=?)?\S*type=bind/;

/** A volume that is kept under a name: `-v data:/srv` */
const NAMED_VOLUME = /^[a-zA-Z0-9][\w.-]+:\//;

/** Why a line could not be taken back, by what it is told; `null` when that is no obstacle */
function reasonOf(name: string, words: readonly string[]): string | null {
  if (name === "cp" && !/^[^/.][^/]*:/.test(words.at(-1) ?? "")) return "it writes files of the host";
  if ((name === "save" || name === "export") && words.some((word) => /^(?:-o|--output)/.test(word)))
    return "it writes a file of the host";
  const isMade = name === "run" || name === "create";
  if (!isMade) return null;
  const volumes = optionValues(words, ["-v", "--volume"]);
  if (volumes.some((volume) => NAMED_VOLUME.test(volume))) return "a volume with a name stays when its container goes";
  if ([...words, ...volumes].some((word) => BIND.test(word) && !/[:,]ro(?:$|,)|readonly/.test(word)))
    return "a container that has a folder of the host can change what is in it";
  return null;
}

/** Equivalent to: the opposite `docker` line, on the same engine */
export function docker(typed: Typed): Plan {
  const read = readDocker(typed.args);
  if (read === null) return NONE; // the client itself answers; an option that it has not, it refuses
  const { globals, name, command, words, parsed } = read;
  if (HARMLESS.has(name) || words[0] === "--help") return NONE;
  const reason = reasonOf(command, words);
  if (reason !== null) return unknown(reason);
  if (PRINTS.has(command)) return NONE;
  const line: DockerLine = {
    typed,
    docker: ["docker", ...globals],
    words,
    optionsAt: typed.argv.length - words.length,
    parsed,
    effects: dockerEffects(parsed),
  };
  const invert = Object.hasOwn(INVERTS, command) ? INVERTS[command] : undefined;
  if (invert !== undefined) return invert(line);
  const known = Object.hasOwn(REASONS, command) ? REASONS[command] : undefined;
  return unknown(known ?? `wirework does not know how \`docker ${name}\` is undone`);
}
