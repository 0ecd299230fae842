/**
 * A container's streams, its exit status and the engine's lock, as files of a folder.
 */
import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ExitFile } from "../../../../../lib/builtins/docker/engine/streams/exit-file.ts";
import { firstProcess } from "../../../../../lib/builtins/docker/engine/process/first-process.ts";
import { lock } from "../../../../../lib/builtins/docker/engine/lock.ts";
import { fileStdio, makeStreamFiles, noStdio } from "../../../../../lib/builtins/docker/engine/streams/stdio.ts";
import type { ContainerFiles } from "../../../../../lib/builtins/docker/engine/store.ts";

const folder = mkdtempSync(join(tmpdir(), "streams-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string) => join(folder, name);
// Of all the files of a container these are opened
const files = {
  input: file("input"),
  output: file("output"),
  errors: file("errors"),
  parent: file("parent"),
} as ContainerFiles;

/** Whether a descriptor of ours is open */
const isOpen = (fd: number) => existsSync(`/proc/self/fd/${fd}`);

/** What there is to read at once; `null` where one would have to wait */
function readable(fd: number): string | null {
  const path = `/proc/self/fd/${fd}`;
  const own = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const bytes = Buffer.alloc(100);
    return bytes.toString("utf8", 0, readSync(own, bytes));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return null;
    throw error;
  } finally {
    closeSync(own);
  }
}

describe("the files of a container's streams", () => {
  test("are a pipe and two files for its owner only, which keep what is in them", () => {
    writeFileSync(files.output, "before");
    writeFileSync(files.input, "no pipe");
    makeStreamFiles(files);
    makeStreamFiles(files);
    expect(statSync(files.input).isFIFO()).toBeTrue();
    expect(statSync(files.errors)).toMatchObject({ size: 0 });
    expect(statSync(files.errors).mode % 0o1000).toBe(0o600);
    expect(readFileSync(files.output, "utf8")).toBe("before");
  });
});

describe("a container is started with", () => {
  beforeEach(() => {
    rmSync(files.output, { force: true });
    makeStreamFiles(files);
  });

  test("nothing where it gets a terminal", () => {
    const stdio = noStdio();
    expect(stdio.kind).toBe("nothing yet");
    expect(new Set(stdio.streams).size).toBe(3);
    for (const fd of stdio.streams) expect(statSync(`/proc/self/fd/${fd}`).isCharacterDevice()).toBeTrue();
    expect(readable(stdio.streams[0])).toBe("");
    stdio[Symbol.dispose]();
    expect(stdio.streams.filter(isOpen)).toEqual([]);
  });

  test("output and errors that are added to files", () => {
    writeFileSync(files.output, "before ");
    const stdio = fileStdio(files, "nobody");
    expect(stdio.kind).toBe("its own");
    writeSync(stdio.streams[1], "out");
    writeSync(stdio.streams[2], "err");
    expect([readFileSync(files.output, "utf8"), readFileSync(files.errors, "utf8").slice(-3)]).toEqual([
      "before out",
      "err",
    ]);
    stdio[Symbol.dispose]();
    expect(stdio.streams.filter(isOpen)).toEqual([]);
  });

  test("no input from nobody", () => {
    using stdio = fileStdio(files, "nobody");
    expect(readable(stdio.streams[0])).toBe("");
  });

  test("an input that never ends for whoever comes", () => {
    using stdio = fileStdio(files, "whoever comes");
    expect(readable(stdio.streams[0])).toBeNull();
    const writer = openSync(files.input, "w");
    writeSync(writer, "hi");
    closeSync(writer);
    expect([readable(stdio.streams[0]), readable(stdio.streams[0])]).toEqual(["hi", null]);
  });

  test("an input that ends with its client", () => {
    const client = openSync(files.input, constants.O_RDWR | constants.O_NONBLOCK);
    using stdio = fileStdio(files, "client");
    writeSync(client, "hi");
    expect([readable(stdio.streams[0]), readable(stdio.streams[0])]).toEqual(["hi", null]);
    closeSync(client);
    expect(readable(stdio.streams[0])).toBe("");
  });
});

describe("an exit status", () => {
  test.each([
    ["", null],
    ["0\n", 0],
    ["137\n", 137],
  ])("%j is %p", (text, status) => {
    writeFileSync(file("exit"), text);
    using exit = ExitFile.open(file("exit"));
    expect([exit?.read(), exit?.read()]).toEqual([status, status]);
  });

  test("is read also when its file is removed meanwhile", () => {
    writeFileSync(file("exit"), "");
    using exit = ExitFile.open(file("exit"));
    writeFileSync(file("exit"), "3\n");
    rmSync(file("exit"));
    expect(exit?.read()).toBe(3);
  });

  test("is none of a container that is removed, and an error where its file can't be opened", () => {
    expect(ExitFile.open(file("nowhere"))).toBeNull();
    expect(() => ExitFile.open(`${files.output}/exit`)).toThrow("ENOTDIR");
  });
});

describe("a container's first process is", () => {
  test("the child of the one in its file, while that has one", async () => {
    const child = Bun.spawn(["sh", "-c", "sleep 600 & echo $!; wait"], { stdio: ["ignore", "pipe", "ignore"] });
    const { value } = await child.stdout.getReader().read();
    const [pid] = Buffer.from(value ?? [])
      .toString()
      .split("\n");
    writeFileSync(files.parent, `${child.pid}\n`);
    expect(firstProcess(files)).toBe(Number(pid));
    process.kill(Number(pid));
    await child.exited;
    expect(firstProcess(files)).toBeNull();
  });

  test.each([
    ["nobody without such a file", null],
    ["nobody while nothing is in it", ""],
    ["nobody of a parent that is gone", "4194305\n"],
  ])("%s", (_what, text) => {
    rmSync(files.parent, { force: true });
    if (text !== null) writeFileSync(files.parent, text);
    expect(firstProcess(files)).toBeNull();
  });
});

describe("the lock of a file", () => {
  test("makes its folder, is for its owner only, and is given back when it is disposed of", async () => {
    const path = file("deep/er/lock");
    const first = await lock(path);
    expect(statSync(path).mode % 0o1000).toBe(0o600);
    const order: string[] = [];
    const waiting = lock(path).then((second) => {
      order.push("second");
      second[Symbol.dispose]();
    });
    const other = await lock(file("deep/other"));
    order.push("other");
    other[Symbol.dispose]();
    order.push("first is given back");
    first[Symbol.dispose]();
    await waiting;
    expect(order).toEqual(["other", "first is given back", "second"]);
  });
});
