import { parseImageName } from "../../../../values/name/image-name.ts";
import { print, type Surroundings } from "../../../builtin.ts";
import { parseDockerfile } from "../../dockerfile/parse-dockerfile.ts";
import { requireDaemon } from "../../engine/daemon.ts";
import { buildImage } from "../../engine/images/build.ts";
import { nameImage } from "../../engine/images/images.ts";
import { invalidArgument } from "../../../../programs/docker/options/flag-value.ts";
import { shortImageId, withTag } from "../../image.ts";
import { exactly } from "../../options/word-count.ts";
import { contextSize, findDockerfile, readDockerfile } from "./build-context.ts";
import { BUILD_OPTIONS } from "../../../../programs/docker/options/image-options.ts";
import { dockerCommand } from "../docker-command.ts";
import { reasonAgainstReference } from "../reference.ts";
import { humanSize } from "../list/size.ts";

/** Equivalent to: `docker build`, with Docker's classic builder */
export const build = dockerCommand({
  usage: "build [OPTIONS] PATH | URL | -",
  summary: "Build an image from a Dockerfile",
  options: BUILD_OPTIONS,
  reads: "options anywhere",
  words: exactly(1),
  async run(flags, [path = ""], surroundings) {
    const names = flags.tag.map(readTag);
    const dockerfile = findDockerfile(path, flags.file);
    requireDaemon();
    const typed = dockerfile === null ? await readAll(surroundings) : "";
    const output = flags.quiet ? () => {} : surroundings.output;
    const size = humanSize(contextSize(path, Buffer.byteLength(typed)), 4);
    print(output, `Sending build context to Docker daemon ${size.padStart(8)}\r\r`);
    const text = dockerfile === null ? typed : readDockerfile(dockerfile);
    const manner = {
      cache: flags["no-cache"] ? "not used" : "used",
      failed: flags["force-rm"] ? "removed" : "kept",
    } as const;
    const image = await buildImage(parseDockerfile(text), manner, { output });
    print(surroundings.output, flags.quiet ? image.id : `Successfully built ${shortImageId(image.id)}`);
    for (const name of names) {
      await nameImage(image.id, name);
      print(output, `Successfully tagged ${name}`);
    }
    return 0;
  },
});

function readTag(text: string): string {
  const reason = reasonAgainstReference(text);
  if (reason !== null) throw invalidArgument({ long: "tag", short: "t" }, text, reason);
  return withTag(parseImageName(text));
}

async function readAll({ input }: Surroundings): Promise<string> {
  const chunks: Uint8Array[] = [];
  if (input !== null) for await (const chunk of input) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
