/**
 * The engine's records, and containers by what people call them.
 */
import { beforeAll, expect, test } from "bun:test";

import { filesOf } from "../../../../../lib/builtins/docker/engine/store.ts";
import { namespacesFor } from "../../../../support/host/in-namespaces.ts";
import { idOf } from "./own-run.ts";

const elsewhere = namespacesFor(import.meta.dir);

async function seenInStore() {
  const { existsSync, readdirSync, statSync, writeFileSync } = await import("node:fs");
  const { takeOwnRun, put, recordOf, idOf, outcome } = await import("./own-run.ts");
  const store = await import("../../../../../lib/builtins/docker/engine/store.ts");
  const { findContainer } = await import("../../../../../lib/builtins/docker/engine/find-container.ts");
  takeOwnRun();
  const none = { all: store.readContainers(), one: store.readContainer(idOf("a")) };

  const failedStart = { reason: "no such file", exitCode: 127 };
  const child = Bun.spawn(["sleep", "600"]);
  const over = Bun.spawn(["true"]);
  await over.exited;
  const written = put(recordOf("a1", "never", { created: "2014-06-01T00:00:01.000Z" }));
  put(recordOf("a2", "failed", { failedStart, created: "2014-06-01T00:00:04.000Z" }));
  put(recordOf("b1", "running", { at: null, created: "2014-06-01T00:00:03.000Z" }), { parent: process.pid });
  put(recordOf("b2", "ending", { at: null, created: "2014-06-01T00:00:02.000Z" }), { parent: over.pid });
  put(recordOf("c1", "ended", { at: null, created: "2014-06-01T00:00:06.000Z" }), { exit: "137\n", parent: over.pid });
  put(recordOf("c2", "cutoff", { at: null, created: "2014-06-01T00:00:05.000Z" }));
  const containers = store.readContainers();
  const states = Object.fromEntries(containers.map(({ name, state }) => [name as string, state]));
  const { mtime } = statSync(store.filesOf(idOf("c1")).exit);
  const { folder } = store.filesOf(idOf("a1"));
  const { state: _state, ...read } = containers.at(-1) ?? { state: null };

  const found: Record<string, unknown> = {};
  for (const reference of ["never", "/never", idOf("a1"), "a1", "b", "a", "", "never-host", "//never", "zz"]) {
    found[reference] = await outcome(() => findContainer(reference).name as string);
  }
  const files = readdirSync(folder).toSorted();
  const mode = statSync(folder).mode % 0o1000;
  store.removeRecord(idOf("a1"));
  store.removeRecord(idOf("ff"));
  const removed = { folder: existsSync(folder), record: store.readContainer(idOf("a1")) };
  writeFileSync(store.filesOf(idOf("a2")).record, "no JSON");
  const spoiled = await outcome(() => store.readContainer(idOf("a2")));
  child.kill();
  return {
    none,
    names: containers.map(({ name }) => name as string),
    isSame: JSON.stringify(read) === JSON.stringify(written),
    states,
    child: child.pid,
    finished: mtime.toISOString(),
    found,
    files,
    mode,
    removed,
    spoiled,
  };
}

let seen: Awaited<ReturnType<typeof seenInStore>>;
beforeAll(async () => void (seen = await elsewhere(seenInStore)));

test("there is none before the first", () => {
  expect(seen.none).toEqual({ all: [], one: null });
});

test("containers are read as they were written, the youngest first", () => {
  expect(seen.names).toEqual(["ended", "cutoff", "failed", "running", "ending", "never"]);
  expect(seen.isSame).toBeTrue();
});

test("each is in the state that its files tell", () => {
  expect(seen.states).toEqual({
    never: { status: "created", exitCode: 0 },
    failed: { status: "created", exitCode: 127 },
    running: { status: "running", pid: seen.child },
    ending: { status: "running", pid: null },
    ended: { status: "exited", exitCode: 137, finished: seen.finished },
    cutoff: { status: "created", exitCode: 0 },
  });
});

test("a container is found by its name, its id, and what only its id begins with", () => {
  const none = (reference: string) => ({
    error: "NoSuchContainer",
    message: expect.stringContaining(`: ${reference}`),
  });
  const several = (reference: string) => ({
    error: "DaemonFailure",
    message: `Error response from daemon: Multiple IDs found with provided prefix: ${reference}`,
  });
  expect(seen.found).toEqual({
    never: "never",
    "/never": "never",
    [idOf("a1")]: "never",
    a1: "never",
    b: several("b"),
    a: several("a"),
    "": none(""),
    "never-host": none("never-host"),
    "//never": none("//never"),
    zz: none("zz"),
  });
});

test("only root can look into a container's folder, and nothing half written is left in it", () => {
  expect(seen.mode).toBe(0o700);
  expect(seen.files).toEqual(["container.json", "exit"]);
});

test("a removed one is gone with its files, and may be gone before", () => {
  expect(seen.removed).toEqual({ folder: false, record: null });
});

test("what can't be read is not taken for one that is gone", () => {
  expect(seen.spoiled).toMatchObject({ error: "SyntaxError" });
});

test("a container's files have the names that shell scripts and people know them by", () => {
  const folder = `/run/wirework-host/docker/containers/${idOf("a")}`;
  expect(filesOf(idOf("a"))).toEqual({
    folder,
    record: `${folder}/container.json`,
    exit: `${folder}/exit`,
    output: `${folder}/output`,
    errors: `${folder}/errors`,
    input: `${folder}/input`,
    cleanup: `${folder}/cleanup`,
    parent: `${folder}/parent`,
    proxy: `${folder}/proxy`,
    forwards: `${folder}/forwards.json`,
    hostname: `${folder}/hostname`,
    hosts: `${folder}/hosts`,
    resolvConf: `${folder}/resolv.conf`,
    resolvConfWritten: `${folder}/resolv.conf.written`,
    anonymous: `${folder}/anonymous`,
    restarting: `${folder}/restarting`,
    root: `${folder}/root`,
    written: `${folder}/written`,
  });
});
