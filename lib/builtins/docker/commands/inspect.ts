import { print, type Surroundings } from "../../builtin.ts";
import { requireDaemon } from "../engine/daemon.ts";
import { describe } from "../engine/describe/describe.ts";
import { describeImage } from "../engine/images/describe-image.ts";
import { findContainer } from "../engine/find-container.ts";
import { findImage } from "../engine/images/images.ts";
import { DockerFailure, NoSuchContainer } from "../../../programs/docker/failure.ts";
import { compileTemplate } from "../go-template.ts";
import type { JsonValue } from "../go-template/values/json-value.ts";
import { atLeast } from "../options/word-count.ts";
import { FORMAT_OPTIONS, INSPECT_OPTIONS } from "../../../programs/docker/options/container-options.ts";
import { dockerCommand } from "./docker-command.ts";

const INDENT = 4;

/**
 * Docker's types of objects; here only containers and images exist. docker/cli 20.10,
 * `cli/command/system/inspect.go`
 */
const TYPES: readonly string[] = [
  "",
  "config",
  "container",
  "image",
  "network",
  "node",
  "plugin",
  "secret",
  "service",
  "task",
  "volume",
];

/** Equivalent to: `docker inspect` */
export const inspect = dockerCommand({
  usage: "inspect [OPTIONS] NAME|ID [NAME|ID...]",
  summary: "Return low-level information on Docker objects",
  options: INSPECT_OPTIONS,
  reads: "options anywhere",
  words: atLeast(1),
  async run({ format, type }, references, surroundings) {
    const kind = readType(type ?? "");
    return inspectEach(references, format, (reference) => lookUp(kind, reference), surroundings);
  },
});

/** Equivalent to: `docker image inspect` */
export const imageInspect = dockerCommand({
  usage: "image inspect [OPTIONS] IMAGE [IMAGE...]",
  summary: "Display detailed information on one or more images",
  options: FORMAT_OPTIONS,
  reads: "options anywhere",
  words: atLeast(1),
  run: async ({ format }, references, surroundings) =>
    inspectEach(references, format, (reference) => lookUp("image", reference), surroundings),
});

/** Prints the objects found, as a document or through a template; then reports the missing ones */
function inspectEach(
  references: readonly string[],
  format: string | null,
  find: (reference: string) => JsonValue,
  { output, errors }: Surroundings,
): number {
  const render = format === null || format === "" ? null : compileTemplate(format);
  const failures = [];
  const documents: JsonValue[] = [];
  const texts: string[] = [];
  for (const reference of references) {
    try {
      const document = find(reference);
      documents.push(document);
      if (render !== null) texts.push(render(document));
    } catch (error) {
      if (!(error instanceof DockerFailure)) throw error;
      failures.push(error.message);
    }
  }
  // Docker prints the newline even when a template has printed nothing
  print(output, render === null ? JSON.stringify(documents, null, INDENT) : texts.join("\n"));
  for (const failure of failures) print(errors, failure);
  return failures.length > 0 ? 1 : 0;
}

function readType(type: string): string {
  if (TYPES.includes(type)) return type;
  throw new DockerFailure(`"${type}" is not a valid value for --type`);
}

function lookUp(type: string, reference: string): JsonValue {
  requireDaemon();
  const container = type === "" || type === "container" ? lookUpContainer(reference) : null;
  if (container !== null) return container;
  const image = type === "" || type === "image" ? findImage(reference) : null;
  if (image !== null) return describeImage(image);
  throw new DockerFailure(`Error: No such ${type === "" ? "object" : type}: ${reference}`);
}

function lookUpContainer(reference: string): JsonValue {
  try {
    return describe(findContainer(reference));
  } catch (error) {
    if (error instanceof NoSuchContainer) return null;
    throw error;
  }
}
