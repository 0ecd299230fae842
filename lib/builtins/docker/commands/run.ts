import { parseContainerName } from "../../../values/container-name.ts";
import { BadValue } from "../../../values/bad-value.ts";
import { print, type Surroundings } from "../../builtin.ts";
import { Attachment } from "../engine/attach.ts";
import type { ContainerRecord } from "../engine/container.ts";
import { createContainer } from "../engine/create.ts";
import { requireDaemon } from "../engine/daemon.ts";
import { removeContainer, startContainer } from "../engine/lifecycle.ts";
import { DETACHED, type Starter } from "../engine/start.ts";
import { awaitRemoval } from "../engine/stop.ts";
import { followWindow } from "../engine/window.ts";
import { DockerFailure } from "../failure.ts";
import { parseFlags } from "../flags.ts";
import type { DockerCommand } from "./command.ts";
import { readRequest, RUN_FLAGS, type RunFlags } from "./run-flags.ts";
import { requireTerminal } from "./terminal.ts";

/** Equivalent to: `docker run` */
export const run: DockerCommand = {
  usage: "run [OPTIONS] IMAGE [COMMAND] [ARG...]",
  summary: "Run a command in a new container",
  async run(args, surroundings) {
    const { flags, rest } = parseFlags(args, RUN_FLAGS);
    try {
      return await runContainer(flags, rest, surroundings);
    } catch (error) {
      throw error instanceof DockerFailure ? asRunSaysIt(error) : error;
    }
  },
};

async function runContainer(flags: RunFlags, words: readonly string[], surroundings: Surroundings): Promise<number> {
  if (!flags.detach) requireTerminal(flags, surroundings);
  requireDaemon();
  const container = await createContainer(readRequest(flags, words), readName(flags.name));
  if (!flags.detach) return runInForeground(container, surroundings);
  await startOrRemove(container, DETACHED);
  print(surroundings.output, container.id);
  return 0;
}

/** Stays with the container until it ends. Killing this client leaves it running */
async function runInForeground(container: ContainerRecord, surroundings: Surroundings): Promise<number> {
  const { interactive, terminal, removedOnExit } = container.settings;
  using attachment = Attachment.to(container, "now");
  await startOrRemove(container, { input: "client", size: surroundings.window?.size() ?? null });
  if (terminal && surroundings.window !== null) followWindow(container.id, surroundings.window);
  if (interactive && surroundings.input !== null) void attachment.type(surroundings.input);
  else attachment.closeInput();
  const exitCode = await attachment.follow(surroundings);
  if (removedOnExit) await awaitRemoval(container);
  return exitCode;
}

async function startOrRemove(container: ContainerRecord, starter: Starter): Promise<void> {
  try {
    await startContainer(container, starter);
  } catch (error) {
    if (container.settings.removedOnExit) await removeContainer(container);
    throw error;
  }
}

function readName(name: string | null): ReturnType<typeof parseContainerName> | null {
  try {
    return name === null ? null : parseContainerName(name);
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    const reason = "only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed";
    throw new DockerFailure(`Error response from daemon: Invalid container name (${name}), ${reason}.`, 125);
  }
}

/** The client puts its own name before what the daemon says, and where to read on behind it */
function asRunSaysIt({ message, exitCode }: DockerFailure): DockerFailure {
  if (!/^(?:Error response|Cannot connect)/.test(message)) return new DockerFailure(message, exitCode);
  const status = message.startsWith("Cannot connect") ? 125 : exitCode;
  return new DockerFailure(`docker: ${message}\nSee 'docker run --help'.`, status);
}
