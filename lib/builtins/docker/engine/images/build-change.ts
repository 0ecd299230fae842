import { DockerFailure } from "../../failure.ts";
import { expand } from "../../dockerfile/expand.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { eachOnce, type ExposedPort, findProtocol, parseExpose } from "../../options/expose.ts";
import type { ImageConfig } from "../../image.ts";
import { nameOf } from "../../options/variable.ts";
import { SEARCH_PATH } from "../process/environment.ts";

/** What an instruction makes of an image */
export interface BuildChange {
  /** As Docker writes it down */
  readonly madeBy: string;
  readonly config: ImageConfig;
  /** Of one that runs a command, which may change files */
  readonly command: readonly string[] | null;
}

/**
 * What an instruction changes of what containers are started as.
 * Source: moby 20.10, `builder/dockerfile/dispatchers.go`.
 *
 * @throws {DockerFailure} for a port that can't be one, in Docker's words
 */
export function changeOf({ does }: Instruction, before: ImageConfig): BuildChange {
  const config = { ...before, environment: withSearchPath(before.environment) };
  switch (does.kind) {
    case "ENV": {
      const entries = does.variables.map(
        ({ name, value }) => `${expand(name, config.environment)}=${expand(value, config.environment)}`,
      );
      return {
        ...told(`ENV ${entries.join(" ")}`),
        config: { ...config, environment: set(config.environment, entries) },
      };
    }
    case "EXPOSE": {
      const ports = does.ports.flatMap((word) => expand(word, config.environment).split(/\s+/));
      const exposed = ports.filter((port) => port !== "").flatMap(readPorts);
      return {
        ...told(`EXPOSE ${ports.toSorted().join(" ")}`),
        config: { ...config, exposed: eachOnce([...config.exposed, ...exposed]) },
      };
    }
    case "CMD":
      return {
        ...told(`CMD [${does.command.map((word) => JSON.stringify(word)).join(" ")}]`),
        config: { ...config, command: does.command },
      };
    case "RUN":
      return { madeBy: does.command.join(" "), config, command: does.command };
    case "FROM":
      return { ...told(""), config };
  }
}

/** An instruction that runs nothing */
function told(instruction: string): Pick<BuildChange, "madeBy" | "command"> {
  return { madeBy: `/bin/sh -c #(nop)  ${instruction}`, command: null };
}

function withSearchPath(environment: readonly string[]): readonly string[] {
  return environment.some((entry) => entry.startsWith("PATH=")) ? environment : [SEARCH_PATH, ...environment];
}

/** Puts entries in the places of those of the same names, or at the end */
function set(environment: readonly string[], entries: readonly string[]): readonly string[] {
  return [...new Map([...environment, ...entries].map((entry) => [nameOf(entry), entry])).values()];
}

/** Of `HOST:CONTAINER` the second counts: which port of the host it is to be, only `docker run` says */
function readPorts(text: string): readonly ExposedPort[] {
  const word = text.slice(text.lastIndexOf(":") + 1);
  const [ports = "", protocol = ""] = word.split("/");
  if (findProtocol(protocol) === null) throw new DockerFailure(`Invalid proto: ${protocol}`);
  try {
    return parseExpose(word);
  } catch (error) {
    if (!(error instanceof DockerFailure)) throw error;
    throw new DockerFailure(`Invalid containerPort: ${ports}`);
  }
}
