/**
 * Images as they are written down, found and described.
 */
import { beforeAll, expect, test } from "bun:test";

import { BASE, digestOf } from "../../../../../lib/builtins/docker/image.ts";
import { namespacesFor } from "../../../../support/host/in-namespaces.ts";
import { idOf } from "./own-run.ts";

const elsewhere = namespacesFor(import.meta.dir);

async function seenOfImages() {
  const { mkdirSync, readdirSync, statSync, writeFileSync } = await import("node:fs");
  const { takeOwnRun, imageOn, idOf, outcome } = await import("./own-run.ts");
  const { BASE, digestOf, hexOf } = await import("../../../../../lib/builtins/docker/image.ts");
  const images = await import("../../../../../lib/builtins/docker/engine/images/images.ts");
  const { describeImage, sizeOf } = await import("../../../../../lib/builtins/docker/engine/images/describe-image.ts");
  const { layersOf } = await import("../../../../../lib/builtins/docker/engine/images/layers.ts");
  const { STATE_FOLDER } = await import("../../../../../lib/builtins/docker/engine/store.ts");
  takeOwnRun();
  const none = images.readImages();

  const base = { ...BASE, created: "2014-01-01T00:00:00.000Z" };
  const step = imageOn(BASE.id, "step", [], { created: "2014-01-03T00:00:00.000Z" });
  const settings = imageOn(step.id, "settings", ["web:latest", "web:1"], {
    created: "2014-01-02T00:00:00.000Z",
    container: idOf("c"),
    layer: null,
    config: { command: [], environment: ["A=1"], exposed: [{ port: 53, protocol: "udp" }] },
  });
  for (const image of [base, step, settings]) await images.addImage(image);
  const orphan = await outcome(() => images.addImage(imageOn(digestOf("gone"), "orphan", [])));
  const folder = `${STATE_FOLDER}/images/${hexOf(step.id)}`;
  // One that is being removed has no record any more
  mkdirSync(`${STATE_FOLDER}/images/${"f".repeat(64)}`);
  const all = images.readImages();

  const hex = hexOf(settings.id);
  const found: Record<string, string> = {};
  for (const reference of [
    "web",
    "web:1",
    "web:2",
    settings.id,
    hex,
    hex.slice(0, 9),
    `sha256:${hex.slice(0, 9)}`,
    "",
    "xyz",
    "sha256:",
  ])
    found[reference.replace(hex, "HEX").replace(hex.slice(0, 9), "BEGIN")] =
      images.findImage(reference)?.madeBy ?? "none";

  const result = {
    none,
    orphan,
    all: all.map(({ madeBy }) => madeBy),
    isSame: JSON.stringify(all) === JSON.stringify([step, settings, base]),
    found,
    files: readdirSync(folder),
    mode: statSync(folder).mode % 0o1000,
    lineage: images.lineage(settings).map(({ madeBy }) => madeBy),
    layers: layersOf(settings).map((layer) => layer.replace(STATE_FOLDER, "")),
    sizes: [sizeOf(settings), sizeOf(base)],
    described: [describeImage(settings), describeImage(base)],
    names: [] as unknown[],
    spoiled: null as unknown,
    removed: null as unknown,
  };
  const namesOf = () => images.readImages().map(({ names }) => names);
  for (const [id, name] of [
    [step.id, "web:1"],
    [step.id, "a:1"],
    [step.id, "a:1"],
    [base.id, "web:latest"],
  ] as const) {
    await images.nameImage(id, name);
    result.names.push(namesOf());
  }
  const nameless = await outcome(() => images.nameImage(digestOf("gone"), "web:latest"));
  images.removeImage(step.id);
  images.removeImage(digestOf("gone"));
  result.removed = [nameless, images.findImage("a:1"), await outcome(() => images.lineage(settings).length)];
  writeFileSync(`${STATE_FOLDER}/images/${hex}/image.json`, "no JSON");
  result.spoiled = await outcome(() => images.readImages());
  return result;
}

let seen: Awaited<ReturnType<typeof seenOfImages>>;
beforeAll(async () => void (seen = await elsewhere(seenOfImages)));

const noSuchImage = (id: string) => ({
  error: "DaemonFailure",
  message: `Error response from daemon: No such image: ${digestOf(id)}`,
});

test("images are read as they were written, the youngest first, but for one that is being removed", () => {
  expect(seen.none).toEqual([]);
  expect(seen.all).toEqual(["RUN step", "RUN settings", ""]);
  expect(seen.isSame).toBeTrue();
  expect(seen.files).toEqual(["image.json"]);
  expect(seen.mode).toBe(0o700);
});

test("none is added upon one that is gone", () => {
  expect(seen.orphan).toEqual(noSuchImage("gone"));
});

test("an image is found by each name, its id, and what only its id begins with", () => {
  expect(seen.found).toEqual({
    web: "RUN settings",
    "web:1": "RUN settings",
    "web:2": "none",
    "sha256:HEX": "RUN settings",
    HEX: "RUN settings",
    BEGIN: "RUN settings",
    "sha256:BEGIN": "RUN settings",
    "": "none",
    xyz: "none",
    "sha256:": "none",
  });
});

test("what it was built upon, layers and sizes come from the whole line of images", () => {
  expect(seen.lineage).toEqual(["RUN settings", "RUN step", ""]);
  const layer = (id: string) => `/images/${digestOf(id).slice(7)}/layer`;
  expect(seen.layers).toEqual([layer("step"), layer("base")]);
  expect(seen.sizes).toEqual([10, 0]);
});

test("a name is one image's only, and an image's names are in order", () => {
  expect(seen.names).toEqual([
    [["web:1"], ["web:latest"], ["base:latest"]],
    [["a:1", "web:1"], ["web:latest"], ["base:latest"]],
    [["a:1", "web:1"], ["web:latest"], ["base:latest"]],
    [["a:1", "web:1"], [], ["base:latest", "web:latest"]],
  ]);
});

test("a removed image is nobody's any more", () => {
  expect(seen.removed).toEqual([noSuchImage("gone"), null, noSuchImage("step")]);
  expect(seen.spoiled).toMatchObject({ error: "SyntaxError" });
});

test("docker image inspect has every field of an image", () => {
  const unset = {
    Hostname: "",
    Domainname: "",
    User: "",
    AttachStdin: false,
    AttachStdout: false,
    AttachStderr: false,
    Tty: false,
    OpenStdin: false,
    StdinOnce: false,
    Volumes: null,
    WorkingDir: "",
    Entrypoint: null,
    OnBuild: null,
    Labels: null,
  };
  const rest = {
    RepoDigests: [],
    Comment: "",
    Author: "",
    Architecture: expect.stringMatching(/^a[mr][dm]64$/),
    Os: "linux",
  };
  const layer = (id: string) => digestOf(`${id}, its layer`) as string;
  expect(seen.described).toEqual([
    {
      ...rest,
      Id: digestOf("settings"),
      RepoTags: ["web:latest", "web:1"],
      Parent: digestOf("step"),
      Created: "2014-01-02T00:00:00.000Z",
      Container: idOf("c"),
      Config: { ...unset, ExposedPorts: { "53/udp": {} }, Env: ["A=1"], Cmd: null, Image: digestOf("step") },
      Size: 10,
      VirtualSize: 10,
      RootFS: { Type: "layers", Layers: [layer("base"), layer("step")] },
    },
    {
      ...rest,
      Id: BASE.id,
      RepoTags: ["base:latest"],
      Parent: "",
      Created: "2014-01-01T00:00:00.000Z",
      Container: "",
      Config: { ...unset, ExposedPorts: { "80/tcp": {} }, Env: null, Cmd: ["/bin/bash"], Image: "" },
      Size: 0,
      VirtualSize: 0,
      RootFS: { Type: "layers", Layers: [layer("base")] },
    },
  ]);
});
