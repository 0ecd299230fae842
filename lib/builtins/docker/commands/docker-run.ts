import { BadValue } from "../../../values/bad-value.ts";
import { type ContainerName, parseContainerName } from "../../../values/name/container-name.ts";
import { print, type Sink, type Surroundings } from "../../builtin.ts";
import { Attachment } from "../engine/streams/attach.ts";
import type { ContainerRecord } from "../engine/container.ts";
import { createContainer } from "../engine/create.ts";
import { requireDaemon } from "../engine/daemon.ts";
import { untilDetached } from "../engine/streams/detach-keys.ts";
import { forwardingWarning } from "../engine/network/forwarding.ts";
import { findImage } from "../engine/images/images.ts";
import { removeContainer, startContainer } from "../engine/lifecycle.ts";
import { DETACHED, type Starter } from "../engine/process/start.ts";
import { awaitRemoval } from "../engine/stop.ts";
import { followWindow } from "../engine/streams/window.ts";
import { localhostWarning } from "../options/dns.ts";
import { asAnswer, DaemonFailure, DockerFailure } from "../../../programs/docker/failure.ts";
import { FlagError } from "../../../programs/docker/options/flag-value.ts";
import { type Image, withTag } from "../image.ts";
import { discardedWarning } from "../../../programs/docker/options/publish.ts";
import { atLeast } from "../options/word-count.ts";
import { dockerCommand } from "./docker-command.ts";
import { completedBy, type RunRequest } from "./images/image-defaults.ts";
import { NOT_RUN } from "../../../programs/docker/not-run.ts";
import { RUN_OPTIONS, type RunFlags } from "../../../programs/docker/options/docker-run-options.ts";
import { readRequest, requirePossible } from "./docker-run-request.ts";
import { requireTerminal } from "./require-terminal.ts";

/** Equivalent to: `docker run` */
export const run = dockerCommand({
  usage: "run [OPTIONS] IMAGE [COMMAND] [ARG...]",
  summary: "Run a command in a new container",
  options: RUN_OPTIONS,
  reads: "options first",
  words: atLeast(1),
  async run(flags, words, surroundings) {
    const request = await reporting("and where to read on", () => readRequest(flags, words));
    if (!flags.detach) requireTerminal(flags, surroundings);
    const warning = localhostWarning(request.dns);
    if (warning !== null) print(surroundings.errors, warning);
    const container = await reporting("and where to read on", () => create(request, flags, surroundings));
    return flags.detach ? runInBackground(container, surroundings) : runInForeground(container, surroundings);
  },
});

async function create(request: RunRequest, flags: RunFlags, { errors }: Surroundings): Promise<ContainerRecord> {
  const { name } = flags;
  requireDaemon();
  requirePossible(request, flags);
  const settings = completedBy(requireImage(request.image, errors), request);
  const container = await createContainer(settings, name === null || name === "" ? null : readName(name));
  const warnings = [discardedWarning(request.network, request.published), forwardingWarning(request.network)];
  for (const warning of warnings) if (warning !== null) print(errors, warning);
  return container;
}

/** Finds the image. Docker would pull a missing one, and its client says so first */
function requireImage(reference: string, errors: Sink): Image {
  const image = findImage(reference);
  if (image !== null) return image;
  if (/^sha256:[\da-f]{64}$/.test(reference)) throw new DaemonFailure(`No such image: ${reference}`);
  const tagged = withTag(reference);
  print(errors, `Unable to find image '${tagged}' locally`);
  throw new DaemonFailure(
    `No such image: ${tagged}: the sandbox has base, what is built there, and no registry to ask`,
  );
}

async function runInBackground(container: ContainerRecord, { output }: Surroundings): Promise<number> {
  print(output, container.id);
  await startOrRemove(container, DETACHED);
  return 0;
}

/** Stays with the container until it ends, or the user detaches. Killing this client leaves it running */
async function runInForeground(container: ContainerRecord, surroundings: Surroundings): Promise<number> {
  const { interactive, terminal, removedOnExit } = container.settings;
  using attachment = Attachment.to(container, "now");
  await startOrRemove(container, { input: "client", size: surroundings.window?.size() ?? null });
  if (terminal && surroundings.window !== null) followWindow(container.id, surroundings.window);
  if (interactive && surroundings.input !== null)
    void attachment.type(keysFor(attachment, container, surroundings.input));
  else attachment.closeInput();
  const exitCode = await attachment.follow(surroundings);
  if (exitCode === "left") return 0;
  if (removedOnExit) await awaitRemoval(container);
  return exitCode;
}

function keysFor(
  attachment: Attachment,
  { settings }: ContainerRecord,
  input: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  return settings.terminal ? untilDetached(input, () => attachment.leave()) : input;
}

async function startOrRemove(container: ContainerRecord, starter: Starter): Promise<void> {
  try {
    await reporting("only", () => startContainer(container, starter));
  } catch (error) {
    if (container.settings.removedOnExit) await removeContainer(container, "with its volumes");
    throw error;
  }
}

/** Parses a name; a leading slash is allowed, as `docker inspect` prints one */
function readName(name: string): ContainerName {
  try {
    return parseContainerName(name.replace(/^\//, ""));
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    throw new DaemonFailure(`Invalid container name (${name}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`);
  }
}

/**
 * Acts, and reports a failure as this command does: with its own name, and a full stop. Source: docker/cli
 * 20.10, `cli/command/container/run.go`, `reportError` and `runStartContainerErr`.
 *
 * @param how prints the failure only, or also a hint at the command's help
 * @throws {DockerFailure}
 */
async function reporting<T>(how: "only" | "and where to read on", act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (thrown) {
    const error = asAnswer(thrown);
    if (!(error instanceof DockerFailure) || error instanceof FlagError) throw error;
    const line = `docker: ${error.message.replace(/^docker: |\.$/g, "")}.`;
    const isNotFound = how === "only" && error.message.includes("no such file or directory");
    const status = isNotFound ? 127 : error.exitCode === 126 || error.exitCode === 127 ? error.exitCode : NOT_RUN;
    throw new DockerFailure(how === "only" ? line : `${line}\nSee 'docker run --help'.`, status);
  }
}
