/**
 * Images that lose a name, or go, with those that were only there for them.
 */
import { beforeAll, describe, expect, test } from "bun:test";

import { digestOf, shortImageId } from "../../../../../lib/builtins/docker/image.ts";
import { namespacesFor } from "../../../../support/host/in-namespaces.ts";

const elsewhere = namespacesFor(import.meta.dir);

/** What `docker rmi` says of a name, or by `=` of an id, each among all images, and which of these are gone then */
async function seenOfImages(lines: readonly string[]) {
  const { rmSync } = await import("node:fs");
  const { takeOwnRun, put, recordOf, imageOn, outcome } = await import("./own-run.ts");
  const { BASE, digestOf } = await import("../../../../../lib/builtins/docker/image.ts");
  const { readImages, writeImage } = await import("../../../../../lib/builtins/docker/engine/images/images.ts");
  const { untagOrRemove } = await import("../../../../../lib/builtins/docker/engine/images/remove-image.ts");
  const { STATE_FOLDER } = await import("../../../../../lib/builtins/docker/engine/store.ts");
  takeOwnRun();
  const upon = (parent: string) => digestOf(parent);
  const images = [
    { ...BASE, created: "2013-01-01T00:00:00.000Z" },
    imageOn(BASE.id, "step", []),
    imageOn(upon("step"), "web", ["web:latest"]),
    imageOn(upon("step"), "other", ["other:1"]),
    imageOn(BASE.id, "alone", [], { layer: null }),
    imageOn(upon("alone"), "leaf", ["leaf:latest"]),
    imageOn(BASE.id, "named", ["named:latest"]),
    imageOn(upon("named"), "upon", ["upon:latest"]),
    imageOn(BASE.id, "twice", ["one:latest", "two:latest"]),
    imageOn(BASE.id, "used", ["used:latest"]),
    imageOn(BASE.id, "alive", ["alive:latest"]),
    imageOn(BASE.id, "below", []),
    imageOn(upon("below"), "top", ["top:latest"]),
  ];
  const of = (id: string) => ({ at: null, settings: { imageId: digestOf(id) } });
  put(recordOf("a", "stopped", of("used")), { exit: "0\n", parent: 1 });
  put(recordOf("b", "running", of("alive")), { parent: process.pid });
  put(recordOf("c", "below", of("below")), { exit: "0\n", parent: 1 });

  const answers: Record<string, { said: unknown; gone: readonly string[]; names: readonly string[] }> = {};
  for (const line of lines) {
    rmSync(`${STATE_FOLDER}/images`, { recursive: true, force: true });
    images.forEach(writeImage);
    const [reference = "", force] = line.split(" ");
    const named = reference.startsWith("=") ? digestOf(reference.slice(1)) : reference;
    const said = await outcome(() => untagOrRemove(named, force === "-f" ? "by force" : "if nobody needs it"));
    const left = readImages();
    answers[line] = {
      said: "error" in said ? `${said.error}: ${said.message}` : said,
      gone: images.filter((image) => !left.some(({ id }) => id === image.id)).map(({ madeBy }) => madeBy.slice(4)),
      names: images.flatMap((image) => image.names).filter((name) => !left.some((image) => image.names.includes(name))),
    };
  }
  return answers;
}

const conflict = (words: string) => `DaemonFailure: Error response from daemon: conflict: ${words}`;
const short = (id: string) => shortImageId(digestOf(id));
const deleted = (...ids: readonly string[]) =>
  ids.flatMap((id) => [`Deleted: ${digestOf(id)}`, `Deleted: ${digestOf(`${id}, its layer`)}`]);
const user = (digit: string) => `${digit}00000000000`;
const BASE_IS_KEPT = `unable to delete ${short("base")} (cannot be forced) - base is the sandbox's own files`;

type Case = readonly [
  line: string,
  said: string | readonly string[],
  gone: readonly string[],
  names: readonly string[],
];

const GOES: readonly Case[] = [
  ["web", ["Untagged: web:latest", ...deleted("web")], ["web"], ["web:latest"]],
  ["other:1 -f", ["Untagged: other:1", ...deleted("other")], ["other"], ["other:1"]],
  ["=web", ["Untagged: web:latest", ...deleted("web")], ["web"], ["web:latest"]],
  [
    "leaf",
    ["Untagged: leaf:latest", ...deleted("leaf"), `Deleted: ${digestOf("alone")}`],
    ["alone", "leaf"],
    ["leaf:latest"],
  ],
  ["upon", ["Untagged: upon:latest", ...deleted("upon")], ["upon"], ["upon:latest"]],
  ["top", ["Untagged: top:latest", ...deleted("top")], ["top"], ["top:latest"]],
  [
    "=twice -f",
    ["Untagged: one:latest", "Untagged: two:latest", ...deleted("twice")],
    ["twice"],
    ["one:latest", "two:latest"],
  ],
];

const LOSES_A_NAME: readonly Case[] = [
  ["one", ["Untagged: one:latest"], [], ["one:latest"]],
  ["two:latest -f", ["Untagged: two:latest"], [], ["two:latest"]],
  ["named", ["Untagged: named:latest"], [], ["named:latest"]],
  ["used -f", ["Untagged: used:latest"], [], ["used:latest"]],
  ["=used -f", ["Untagged: used:latest"], [], ["used:latest"]],
  ["alive -f", ["Untagged: alive:latest"], [], ["alive:latest"]],
];

const STAYS: readonly Case[] = (
  [
    ["no", "DockerFailure: Error: No such image: no"],
    ["web:2 -f", "DockerFailure: Error: No such image: web:2"],
    [
      "used",
      conflict(
        `unable to remove repository reference "used" (must force) - container ${user("a")} is using its referenced image ${short("used")}`,
      ),
    ],
    [
      "=used",
      conflict(
        `unable to delete ${short("used")} (must be forced) - image is being used by stopped container ${user("a")}`,
      ),
    ],
    [
      "=alive -f",
      conflict(
        `unable to delete ${short("alive")} (cannot be forced) - image is being used by running container ${user("b")}`,
      ),
    ],
    [
      "=twice",
      conflict(`unable to delete ${short("twice")} (must be forced) - image is referenced in multiple repositories`),
    ],
    ["=step -f", conflict(`unable to delete ${short("step")} (cannot be forced) - image has dependent child images`)],
    ["=named", conflict(`unable to delete ${short("named")} (cannot be forced) - image has dependent child images`)],
    ["base -f", conflict(BASE_IS_KEPT)],
    ["=base", conflict(BASE_IS_KEPT)],
  ] as const
).map(([line, said]) => [line, said, [], []]);

let seen: Awaited<ReturnType<typeof seenOfImages>>;
beforeAll(async () => {
  seen = await elsewhere(
    seenOfImages,
    [GOES, LOSES_A_NAME, STAYS].flat().map(([line]) => line),
  );
});

describe.each([
  ["goes", GOES],
  ["loses a name only", LOSES_A_NAME],
  ["stays", STAYS],
])("an image %s", (_what, cases) => {
  test.each(cases)("with %s", (line, said, gone, names) => {
    expect(seen[line]).toEqual({ said, gone, names });
  });
});
