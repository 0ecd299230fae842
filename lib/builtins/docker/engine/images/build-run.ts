/**
 * `RUN`: runs a command in a container, whose changed files become an image's layer.
 *
 * @module
 */
import { shortId } from "../../../../values/name/container-id.ts";
import { print } from "../../../builtin.ts";
import { DaemonFailure, DockerFailure } from "../../../../programs/docker/failure.ts";
import { digestOf, type Image } from "../../image.ts";
import { Attachment } from "../streams/attach.ts";
import { tieToClient } from "./build-life.ts";
import type { BuildManner, BuildOutput } from "./build.ts";
import type { ContainerRecord } from "../container.ts";
import { createContainer } from "../create.ts";
import { addImage } from "./images.ts";
import { takeLayer } from "./layers.ts";
import { removeContainer, startContainer } from "../lifecycle.ts";
import { DETACHED } from "../process/start.ts";
import { killContainer } from "../stop.ts";
import { filesOf } from "../store.ts";

/** The command, and the image to run it on */
interface BuildCommand {
  readonly command: readonly string[];
  readonly parent: Image;
  /** The treatment of its container after a failure */
  readonly failed: BuildManner["failed"];
}

/** Docker prints errors in red: jsonmessage.go, `builder/dockerfile/dispatchers.go` */
const RED = "\u001B[91m";
const PLAIN = "\u001B[0m";

/**
 * Runs a command in a container of the previous image, and makes an image of the result.
 *
 * @throws {DockerFailure} for a command that fails, with its exit status
 */
export async function runStep(
  begun: Omit<Image, "id" | "container" | "layer">,
  { command, parent, failed }: BuildCommand,
  { output }: BuildOutput,
): Promise<Image> {
  const container = await createContainer(settingsOf(parent, begun, command), null);
  using _tie = tieToClient(container);
  print(output, ` ---> Running in ${shortId(container.id)}`);
  const exitCode = await follow(container, output);
  if (exitCode !== 0) {
    if (failed === "removed") await removeIntermediate(container, output);
    throw new DockerFailure(`The command '${command.join(" ")}' returned a non-zero code: ${exitCode}`, exitCode);
  }
  const id = digestOf(JSON.stringify([begun, container.id]));
  const size = takeLayer(filesOf(container.id), id);
  const layer = size === null ? null : { id: digestOf(`${id}, its layer`), size };
  const image = { ...begun, id, container: container.id, layer };
  await addImage(image);
  await removeIntermediate(container, output);
  return image;
}

async function removeIntermediate(container: ContainerRecord, output: BuildOutput["output"]): Promise<void> {
  await removeContainer(container, "with its volumes");
  print(output, `Removing intermediate container ${shortId(container.id)}`);
}

async function follow(container: ContainerRecord, output: BuildOutput["output"]): Promise<number> {
  using attachment = Attachment.to(container, "now");
  await startContainer(container, DETACHED).catch((error: unknown) => {
    // A failed build is reported at the end of its output, not as an answer
    throw error instanceof DaemonFailure ? new DockerFailure(error.reason) : error;
  });
  attachment.closeInput();
  const errors: BuildOutput["output"] = (chunk) =>
    output(Buffer.from(`${RED}${Buffer.from(chunk).toString()}${PLAIN}`));
  try {
    const exitCode = await attachment.follow({ output, errors });
    return exitCode === "left" ? 0 : exitCode; // It has no terminal to detach from
  } catch (error) {
    await killContainer(container);
    await removeContainer(container, "with its volumes");
    throw error;
  }
}

function settingsOf({ id }: Image, { config }: Pick<Image, "config">, command: readonly string[]) {
  return {
    hostname: null,
    image: id,
    imageId: id,
    command,
    environment: config.environment,
    labels: {},
    workingFolder: "/",
    network: "bridge",
    dns: [],
    dnsSearch: [],
    links: [],
    exposed: config.exposed,
    published: [],
    publishAll: false,
    privileged: false,
    volumes: [],
    attached: true,
    interactive: false,
    terminal: false,
    removedOnExit: false,
  };
}
