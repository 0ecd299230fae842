/**
 * The commands of `docker`.
 *
 * @module
 */
import type { DockerCommand } from "./commands/docker-command.ts";
import { DockerFailure } from "../../programs/docker/failure.ts";

/**
 * The commands of the embedded engine, by name, in the order of the client's help. Each is loaded on use, since a run
 * needs only two or three
 */
export const COMMANDS: Readonly<Record<string, () => Promise<DockerCommand>>> = {
  build: async () => (await import("./commands/images/build.ts")).build,
  exec: async () => (await import("./commands/docker-exec.ts")).exec,
  image: async () => (await import("./commands/images/image.ts")).image,
  images: async () => (await import("./commands/images/images.ts")).images,
  info: async () => (await import("./commands/info.ts")).info,
  inspect: async () => (await import("./commands/inspect.ts")).inspect,
  kill: async () => (await import("./commands/end.ts")).kill,
  logs: async () => (await import("./commands/logs.ts")).logs,
  port: async () => (await import("./commands/docker-port.ts")).port,
  ps: async () => (await import("./commands/list/docker-ps.ts")).ps,
  restart: async () => (await import("./commands/start-stop.ts")).restart,
  rm: async () => (await import("./commands/end.ts")).rm,
  rmi: async () => (await import("./commands/images/rmi.ts")).rmi,
  run: async () => (await import("./commands/docker-run.ts")).run,
  start: async () => (await import("./commands/start-stop.ts")).start,
  stop: async () => (await import("./commands/start-stop.ts")).stop,
  version: async () => (await import("./commands/docker-version.ts")).version,
  wait: async () => (await import("./commands/end.ts")).wait,
};

/** Commands of Docker 20.10's client that it lacks */
const ABSENT: ReadonlySet<string> = new Set(
  `attach builder commit completion config container context cp create diff events export history import
  load login logout manifest network node pause plugin pull push rename save search secret service stack stats
  swarm system tag top trust unpause update volume`.split(/\s+/),
);

/**
 * Loads a command by name.
 *
 * @throws {DockerFailure} when there is none, in the client's words
 */
export async function findCommand(name: string): Promise<DockerCommand> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load !== undefined) return await load();
  const what = ABSENT.has(name) ? "a docker command that the embedded engine has" : "a docker command.";
  throw new DockerFailure(`docker: '${name}' is not ${what}\nSee 'docker --help'`);
}
