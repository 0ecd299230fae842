/**
 * Builds images: each instruction of a Dockerfile makes one on top of the last.
 *
 * @module
 */
import { newContainerId, shortId } from "../../../../values/name/container-id.ts";
import { print, type Streams } from "../../../builtin.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { DaemonFailure, DockerFailure } from "../../../../programs/docker/failure.ts";
import { digestOf, type Image, shortImageId, withTag } from "../../image.ts";
import { changeOf } from "./build-change.ts";
import { runStep } from "./build-run.ts";
import { addImage, findImage, readImages } from "./images.ts";

/** Options of `docker build` */
export interface BuildManner {
  /** The use of an image that the same instruction made from the same parent */
  readonly cache: "used" | "not used";
  /** The treatment of a failed command's container */
  readonly failed: "kept" | "removed";
}

/** The stream of a build's messages and its commands' output */
export type BuildOutput = Pick<Streams, "output">;

/**
 * Builds an image; intermediate images are kept for the next build.
 *
 * @throws {DockerFailure} in Docker's words, with the exit status of the command that failed
 */
export async function buildImage(
  instructions: readonly Instruction[],
  { cache, failed }: BuildManner,
  streams: BuildOutput,
): Promise<Image> {
  let image: Image | null = null;
  let isCached = cache === "used";
  for (const [at, instruction] of instructions.entries()) {
    print(streams.output, `Step ${at + 1}/${instructions.length} : ${instruction.text}`);
    const { does } = instruction;
    if (image === null || does.kind === "FROM") {
      image = requireImage(does.kind === "FROM" ? does.image : "");
    } else {
      const made: Step = { ...changeOf(instruction, image.config), parent: image };
      const found: Image | null = isCached ? cached(made) : null;
      isCached &&= found !== null;
      if (found !== null) print(streams.output, " ---> Using cache");
      image = found ?? (await makeImage(made, failed, streams));
    }
    print(streams.output, ` ---> ${shortImageId(image.id)}`);
  }
  if (image === null) throw new DaemonFailure("no build stage in current context");
  return image;
}

function requireImage(reference: string): Image {
  const image = findImage(reference);
  if (image !== null) return image;
  throw new DockerFailure(
    `No such image: ${withTag(reference)}: the sandbox has base, what is built there, and no registry to ask`,
  );
}

/** An instruction about to run */
type Step = ReturnType<typeof changeOf> & { readonly parent: Image };

function cached({ parent, madeBy }: Step): Image | null {
  return readImages().find((image) => image.parent === parent.id && image.madeBy === madeBy) ?? null;
}

async function makeImage(
  { parent, madeBy, config, command }: Step,
  failed: BuildManner["failed"],
  streams: BuildOutput,
): Promise<Image> {
  const created = new Date().toISOString();
  const begun = { parent: parent.id, names: [], created, madeBy, config } as const;
  if (command !== null) return runStep(begun, { command, parent, failed }, streams);
  const container = newContainerId();
  print(streams.output, ` ---> Running in ${shortId(container)}`);
  const image = { ...begun, id: digestOf(JSON.stringify([begun, container])), container, layer: null };
  await addImage(image);
  print(streams.output, `Removing intermediate container ${shortId(container)}`);
  return image;
}
