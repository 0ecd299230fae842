import { DockerFailure } from "../../../../programs/docker/failure.ts";
import { expand } from "../../dockerfile/expand.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { eachOnce, type ExposedPort, findProtocol, parseExpose } from "../../../../programs/docker/options/expose.ts";
import type { ImageConfig } from "../../image.ts";
import { nameOf } from "../../options/variable.ts";
import { SEARCH_PATH } from "../process/environment.ts";

/** An instruction's change to an image */
export interface BuildChange {
  /** The instruction as Docker records it */
  readonly madeBy: string;
  readonly config: ImageConfig;
  /** The command to run, which may change files; `null` for other instructions */
  readonly command: readonly string[] | null;
}

/**
 * Applies an instruction to an image's configuration. Source: moby 20.10,
 * `builder/dockerfile/dispatchers.go`.
 *
 * @throws {DockerFailure} for an impossible port, in Docker's words
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

/** Records an instruction that runs nothing */
function told(instruction: string): Pick<BuildChange, "madeBy" | "command"> {
  return { madeBy: `/bin/sh -c #(nop)  ${instruction}`, command: null };
}

function withSearchPath(environment: readonly string[]): readonly string[] {
  return environment.some((entry) => entry.startsWith("PATH=")) ? environment : [SEARCH_PATH, ...environment];
}

/** Replaces entries of the same names, and appends others */
function set(environment: readonly string[], entries: readonly string[]): readonly string[] {
  return [...new Map([...environment, ...entries].map((entry) => [nameOf(entry), entry])).values()];
}

/** Parses ports; in `HOST:CONTAINER` only the second counts, as the host's port is chosen by `docker run` */
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
