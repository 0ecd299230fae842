import { print } from "../../builtin.ts";
import { runWith } from "../../run-with.ts";
import { findObstacle } from "../engine/process/container-command.ts";
import { confined, onTerminal } from "../engine/process/confinement.ts";
import type { Container } from "../engine/container.ts";
import { requireDaemon } from "../engine/daemon.ts";
import { environmentOf } from "../engine/process/environment.ts";
import { runOnContainerTerminal } from "../engine/streams/exec-terminal.ts";
import { runningServers } from "../engine/network/docker-links.ts";
import { DaemonFailure } from "../../../programs/docker/failure.ts";
import type { Flags } from "../../../programs/docker/options/flag-table.ts";
import { EXEC_OPTIONS } from "../../../programs/docker/options/exec-options.ts";
import { atLeast } from "../options/word-count.ts";
import { dockerCommand } from "./docker-command.ts";
import { readEnvironment } from "./environment.ts";
import { findObject } from "./find-object.ts";
import { requireTerminal } from "./require-terminal.ts";

/** Docker's exit status for a command that can't be run in a running container */
const NOT_EXECUTED = 126;

/** Equivalent to: `docker exec` */
export const exec = dockerCommand({
  usage: "exec [OPTIONS] CONTAINER COMMAND [ARG...]",
  summary: "Run a command in a running container",
  options: EXEC_OPTIONS,
  reads: "options first",
  words: atLeast(2),
  async run(flags, [reference = "", ...command], surroundings) {
    const environment = readEnvironment(flags.env);
    requireDaemon();
    const container = findObject(reference);
    if (!flags.detach) requireTerminal(flags, surroundings);
    const pid = requireRunning(container);
    const inside = commandIn(container, { command, environment }, flags);
    const obstacle = findObstacle(pid, inside);
    if (obstacle !== null) {
      const words = `OCI runtime exec failed: exec failed: ${obstacle.reason}`;
      if (flags.detach) throw new DaemonFailure(words);
      print(surroundings.output, `${words}\r`);
      return NOT_EXECUTED;
    }
    const argv = entering(
      pid,
      flags.tty ? onTerminal(inside, container.settings) : confined(inside, container.settings),
    );
    if (flags.detach) {
      Bun.spawn(argv, { detached: true, stdio: ["ignore", "ignore", "ignore"] }).unref();
      return 0;
    }
    const streams = { ...surroundings, input: flags.interactive ? surroundings.input : null };
    return flags.tty ? runOnContainerTerminal(pid, argv, streams) : runWith(argv, { ...streams, window: null });
  },
});

function commandIn(
  container: Container,
  { command, environment }: { readonly command: readonly string[]; readonly environment: readonly string[] },
  { tty, workdir }: Flags<typeof EXEC_OPTIONS>,
) {
  const program = { terminal: tty, environment };
  return {
    command,
    environment: environmentOf(container, program, runningServers(container)),
    workingFolder: workdir === null || workdir === "" ? container.settings.workingFolder : workdir,
  };
}

function requireRunning({ id, state }: Container): number {
  if (state.status === "running" && state.pid !== null) return state.pid;
  throw new DaemonFailure(`Container ${id} is not running`);
}

/** Returns a command line that enters a container's namespaces */
function entering(pid: number, argv: readonly string[]): string[] {
  return ["nsenter", `--target=${pid}`, "--mount", "--net", "--uts", "--ipc", "--pid", "--", ...argv];
}
