import { print } from "../../builtin.ts";
import { runWith } from "../../run-with.ts";
import { findObstacle } from "../engine/command.ts";
import { confined, onTerminal } from "../engine/confinement.ts";
import type { Container } from "../engine/container.ts";
import { requireDaemon } from "../engine/daemon.ts";
import { runOnContainerTerminal } from "../engine/exec-terminal.ts";
import { findContainer } from "../engine/find.ts";
import { DockerFailure } from "../failure.ts";
import { parseFlags } from "../flags.ts";
import type { DockerCommand } from "./command.ts";
import { readEnvironment } from "./environment.ts";
import { requireTerminal } from "./terminal.ts";

const FLAGS = [
  { long: "interactive", short: "i", kind: "switch" },
  { long: "tty", short: "t", kind: "switch" },
  { long: "detach", short: "d", kind: "switch" },
  { long: "env", short: "e", kind: "list" },
  { long: "workdir", short: "w", kind: "string" },
] as const;

/** Equivalent to: `docker exec` */
export const exec: DockerCommand = {
  usage: "exec [OPTIONS] CONTAINER COMMAND [ARG...]",
  summary: "Run a command in a running container",
  async run(args, surroundings) {
    const { flags, rest } = parseFlags(args, FLAGS);
    const [reference, ...command] = rest;
    if (reference === undefined || command.length === 0) {
      throw new DockerFailure(`"docker exec" requires at least 2 arguments.\nSee 'docker exec --help'.`);
    }
    if (!flags.detach) requireTerminal(flags, surroundings);
    requireDaemon();
    const container = findContainer(reference);
    const pid = requireRunning(container);
    const inside = {
      command,
      environment: [...container.settings.environment, ...readEnvironment(flags.env)],
      workingFolder: flags.workdir ?? container.settings.workingFolder,
    };
    const obstacle = findObstacle(pid, inside);
    if (obstacle !== null) {
      print(surroundings.output, `OCI runtime exec failed: exec failed: ${obstacle.reason}\r`);
      return obstacle.exitCode;
    }
    const argv = entering(pid, flags.tty ? onTerminal(inside) : confined(inside));
    if (flags.detach) {
      Bun.spawn(argv, { detached: true, stdio: ["ignore", "ignore", "ignore"] }).unref();
      return 0;
    }
    const streams = { ...surroundings, input: flags.interactive ? surroundings.input : null };
    return flags.tty ? runOnContainerTerminal(pid, argv, streams) : runWith(argv, { ...streams, window: null });
  },
};

function requireRunning({ id, state }: Container): number {
  if (state.status === "running" && state.pid !== null) return state.pid;
  throw new DockerFailure(`Error response from daemon: Container ${id} is not running`);
}

/** A command line in a container's namespaces */
function entering(pid: number, argv: readonly string[]): string[] {
  return ["nsenter", `--target=${pid}`, "--mount", "--net", "--uts", "--ipc", "--pid", "--", ...argv];
}
