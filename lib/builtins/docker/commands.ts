/**
 * The commands of `docker`.
 *
 * @module
 */
import type { DockerCommand } from "./commands/command.ts";
import { kill, rm, wait } from "./commands/end.ts";
import { exec } from "./commands/exec.ts";
import { build } from "./commands/images/build.ts";
import { image } from "./commands/images/image.ts";
import { images } from "./commands/images/images.ts";
import { info } from "./commands/info.ts";
import { inspect } from "./commands/inspect.ts";
import { logs } from "./commands/logs.ts";
import { port } from "./commands/port.ts";
import { ps } from "./commands/list/ps.ts";
import { rmi } from "./commands/images/rmi.ts";
import { run } from "./commands/run.ts";
import { restart, start, stop } from "./commands/start-stop.ts";
import { version } from "./commands/version.ts";
import { DockerFailure } from "../../programs/docker/failure.ts";

/** The commands of the embedded engine, by name, in the order of the client's help */
export const COMMANDS: Readonly<Record<string, DockerCommand>> = {
  build,
  exec,
  image,
  images,
  info,
  inspect,
  kill,
  logs,
  port,
  ps,
  restart,
  rm,
  rmi,
  run,
  start,
  stop,
  version,
  wait,
};

/** Commands of Docker 20.10's client that it lacks */
const ABSENT: ReadonlySet<string> = new Set(
  `attach builder commit completion config container context cp create diff events export history import
  load login logout manifest network node pause plugin pull push rename save search secret service stack stats
  swarm system tag top trust unpause update volume`.split(/\s+/),
);

/**
 * Finds a command by name.
 *
 * @throws {DockerFailure} when there is none, in the client's words
 */
export function findCommand(name: string): DockerCommand {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return command;
  const what = ABSENT.has(name) ? "a docker command that the embedded engine has" : "a docker command.";
  throw new DockerFailure(`docker: '${name}' is not ${what}\nSee 'docker --help'`);
}
