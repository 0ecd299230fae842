import { print } from "../../../builtin.ts";
import { requireDaemon } from "../../engine/daemon.ts";
import { sizeOf } from "../../engine/images/describe-image.ts";
import { readImages } from "../../engine/images/images.ts";
import { BASE, type Image, shortImageId } from "../../image.ts";
import type { WordCount } from "../../options/word-count.ts";
import { IMAGES_OPTIONS } from "../../../../programs/docker/options/image-options.ts";
import { dockerCommand } from "../docker-command.ts";
import { ago } from "../list/duration.ts";
import { humanSize } from "../list/size.ts";
import { tableLines } from "../list/table-lines.ts";

const HEADINGS = ["REPOSITORY", "TAG", "IMAGE ID", "CREATED", "SIZE"] as const;
const NONE = "<none>";
const AT_MOST_ONE: WordCount = { least: 0, most: 1 };

const TABLE = {
  summary: "List images",
  options: IMAGES_OPTIONS,
  reads: "options anywhere",
  words: AT_MOST_ONE,
} as const;

/** Equivalent to: `docker images` */
export const images = dockerCommand({ ...TABLE, usage: "images [OPTIONS] [REPOSITORY[:TAG]]", run: list });

/** Equivalent to: `docker image ls` */
export const imageList = dockerCommand({ ...TABLE, usage: "image ls [OPTIONS] [REPOSITORY[:TAG]]", run: list });

async function list(
  flags: { readonly all: boolean; readonly "no-trunc": boolean; readonly quiet: boolean },
  [wanted]: readonly string[],
  { output }: { readonly output: Parameters<typeof print>[0] },
): Promise<number> {
  requireDaemon();
  const all = readImages();
  const parents = new Set(all.map(({ parent }) => parent));
  const shown = all.filter((image) => flags.all || image.names.length > 0 || !parents.has(image.id));
  const idOf = (image: Image) => (flags["no-trunc"] ? image.id : shortImageId(image.id));
  const rows = shown.flatMap((image) => namesOf(image, wanted).map((name) => ({ image, name })));
  const lines = flags.quiet
    ? rows.map(({ image }) => idOf(image))
    : tableLines(
        HEADINGS,
        rows.map(({ image, name }) => [...divided(name), idOf(image), `${ago(image.created)} ago`, shownSize(image)]),
      );
  for (const line of lines) print(output, line);
  return 0;
}

/** Returns the image's names that match a full name, or a repository without tag */
function namesOf({ names }: Image, wanted: string | undefined): readonly (string | null)[] {
  if (wanted !== undefined) return names.filter((name) => name === wanted || name.replace(/:[^/]*$/, "") === wanted);
  return names.length === 0 ? [null] : names;
}

function divided(name: string | null): readonly [string, string] {
  const at = name?.lastIndexOf(":") ?? -1;
  return name === null ? [NONE, NONE] : [name.slice(0, at), name.slice(at + 1)];
}

function shownSize(image: Image): string {
  return image.id === BASE.id ? "0B" : humanSize(sizeOf(image), 3);
}
