/** What the Docker engine keeps is ours by its label, its id, and by what a command has made of it. */
import { expect, test } from "bun:test";

import {
  argvOf,
  containerName,
  containerState,
  dockerEndpoint,
  dockerThing,
  image,
} from "../../../lib/labs/still-ours/docker.ts";
import type { Standing } from "../../../lib/labs/still-ours/standing.ts";
import { lookingAt } from "./looking.ts";

const LABEL = "label=wirework=1-2";
const LIST = `docker ps --all --quiet --no-trunc --filter ${LABEL}`;
const MADE = { kind: "docker", thing: "container", docker: ["docker"], label: "wirework=1-2" } as const;

test.each<readonly [string, string | null, string | null, Standing]>([
  ["whose id the engine lists", "b", "a\nb\n", "ours"],
  ["whose id it does not list", "c", "a\nb\n", "gone"],
  ["that is known by its label only, and is there", null, "a\n", "ours"],
  ["that is known by its label only, and is not there", null, "\n", "gone"],
  ["whose engine does not answer", "b", null, "ours"],
])("a container %s", async (_, id, printed, standing) => {
  const look = lookingAt({ texts: printed === null ? {} : { [LIST]: printed } });
  expect(await dockerThing({ ...MADE, id }, look)).toBe(standing);
});

test.each<readonly [string, string | null, string | null, string]>([
  ["has the ids in the place of the label", null, "a\nb\n", "docker rm -f a b"],
  ["has none where there is none", null, "", "docker rm -f"],
  ["has none where the engine does not answer", null, null, "docker rm -f"],
  ["stays as it is where the id is known", "c", "a\n", `docker rm -f ${LABEL}`],
])("the command that removes it %s", async (_, id, printed, line) => {
  const look = lookingAt({ texts: printed === null ? {} : { [LIST]: printed } });
  const argv = ["docker", "rm", "-f", LABEL] as const;
  const step = { kind: "command", argv, takes: { ...MADE, id }, when: "in turn" } as const;
  expect((await argvOf(step, look)).join(" ")).toBe(line);
});

test("the command that undoes something else stays as it is", async () => {
  const takes = { kind: "image", docker: ["docker"], name: "my", id: null } as const;
  const argv = ["docker", "rmi", LABEL] as const;
  expect(await argvOf({ kind: "command", argv, takes, when: "in turn" }, lookingAt({}))).toEqual(argv);
});

const INSPECTED = JSON.stringify([
  {
    Id: "b",
    Name: "/now",
    State: { Status: "running" },
    Config: { Labels: null },
    NetworkSettings: { Networks: { bridge: {} } },
  },
]);
const HERE = lookingAt({ texts: { "docker inspect --type container b": INSPECTED } });
const B = { docker: ["docker"], id: "b" } as const;

test.each<readonly [string, string, string | null, Standing]>([
  ["is what we made of it", "exited", "running", "ours"],
  ["is what it was", "running", "exited", "gone"],
  ["is a third one", "exited", "paused", "another's"],
  ["is not what it was, and ours is not known", "exited", null, "ours"],
])("a container whose state %s", async (_, was, made, standing) => {
  expect(await containerState({ kind: "container state", ...B, was, made }, HERE)).toBe(standing);
  expect(await containerState({ kind: "container state", ...B, was, made }, lookingAt({}))).toBe("gone");
});

test.each<readonly [string, string, string, Standing]>([
  ["is what we gave it", "before", "now", "ours"],
  ["is what it was", "now", "after", "gone"],
  ["is a third one", "before", "after", "another's"],
])("a container whose name %s", async (_, was, made, standing) => {
  expect(await containerName({ kind: "container name", ...B, was, made }, HERE)).toBe(standing);
  expect(await containerName({ kind: "container name", ...B, was, made }, lookingAt({}))).toBe("gone");
});

test.each<readonly [string, "made" | "removed", Standing]>([
  ["bridge", "made", "ours"],
  ["other", "made", "gone"],
  ["bridge", "removed", "gone"],
  ["other", "removed", "ours"],
])("a container of the network bridge, whose place in %s was %s", async (network, change, standing) => {
  const place = { kind: "docker endpoint", docker: ["docker"], network, container: "b", change } as const;
  expect(await dockerEndpoint(place, HERE)).toBe(standing);
  expect(await dockerEndpoint(place, lookingAt({}))).toBe("gone");
});

test.each<readonly [string, string | null, string | null, Standing]>([
  ["is the one that was built", "sha256:1", "sha256:1\n", "ours"],
  ["is another one", "sha256:1", "sha256:2\n", "another's"],
  ["is there, and ours is not known", null, "sha256:2\n", "ours"],
  ["is not there", "sha256:1", null, "gone"],
  ["is not there, and ours is not known", null, null, "gone"],
])("an image that %s", async (_, id, printed, standing) => {
  const look = lookingAt({ texts: printed === null ? {} : { "docker image inspect --format {{.Id}} my": printed } });
  expect(await image({ kind: "image", docker: ["docker"], name: "my", id }, look)).toBe(standing);
});
