/**
 * Where volumes are on the host, which daemon a client asks, and where the engine listens.
 */
import { afterAll, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Volume } from "../../../../../lib/builtins/docker/engine/container.ts";
import { dialled, dialling, isDialled } from "../../../../../lib/builtins/docker/engine/dialled.ts";
import { closeSockets, openSockets, socketPaths } from "../../../../../lib/builtins/docker/engine/sockets.ts";
import { anonymousFolders, makeVolumeFolders, toVolume } from "../../../../../lib/builtins/docker/engine/volumes.ts";
import { DaemonFailure, DockerFailure } from "../../../../../lib/programs/docker/failure.ts";

const folder = mkdtempSync(join(tmpdir(), "volumes-"));
afterAll(() => rmSync(folder, { recursive: true }));

const VOLUMES = "/run/wirework-host/docker/volumes";
const at = (path: string): Volume => ({ kind: "folder", name: null, path, target: "/x", mode: "rw" });

describe("a volume is", () => {
  test("a folder of the host as it is named", () => {
    const source = { kind: "folder", path: "/srv" } as const;
    expect(toVolume({ source, target: "/x", mode: "ro" })).toEqual({ ...at("/srv"), mode: "ro" });
  });

  test("a folder of the engine's by its name", () => {
    const volume = toVolume({ source: { kind: "named", name: "data" }, target: "/x", mode: "rw" });
    expect(volume).toEqual({ kind: "named", name: "data", path: `${VOLUMES}/data/_data`, target: "/x", mode: "rw" });
    expect(anonymousFolders([volume, at("/srv")])).toEqual([]);
  });

  test("one of a name that is made up, whose whole folder goes with its container", () => {
    const volume = toVolume({ source: { kind: "anonymous" }, target: "/x", mode: "rw" });
    expect([volume.kind, volume.target, volume.mode]).toEqual(["anonymous", "/x", "rw"]);
    expect(volume.name).toMatch(/^[\da-f]{64}$/);
    expect(volume.path).toBe(`${VOLUMES}/${volume.name}/_data`);
    expect(anonymousFolders([at("/srv"), volume])).toEqual([`${VOLUMES}/${volume.name}`]);
  });
});

describe("the folders of volumes", () => {
  test("are made where they are not there, and what is there stays", () => {
    const file = join(folder, "file");
    writeFileSync(file, "stays");
    const made = join(folder, "one/two");
    makeVolumeFolders([at(file), at(`${file}/below/it`), at(made), at(made)]);
    expect([statSync(made).isDirectory(), statSync(file).size, existsSync(`${file}/below`)]).toEqual([true, 5, false]);
  });

  test("are refused where the kernel does, by the first that is missing", () => {
    const path = "/proc/no/such";
    expect(() => makeVolumeFolders([at(path)])).toThrow(
      new DaemonFailure(`error while creating mount source path '${path}': mkdir /proc/no: no such file or directory`),
    );
  });
});

describe("a client asks", () => {
  const socket = join(folder, "socket");
  const link = join(folder, "link");
  writeFileSync(socket, "");
  symlinkSync("socket", link);

  test.each([
    ["at any path that leads to one of the sockets", link, true],
    ["at no other file", folder, false],
    ["at no path that leads nowhere", join(folder, "nowhere"), false],
  ])("%s", (_what, path, isAsked) => {
    const [asked, words] = dialling({ kind: "unix", path }, () => [isDialled(["/nowhere", socket]), dialled()]);
    expect([asked, words]).toEqual([isAsked, `unix://${path}`]);
  });

  test("nobody here by another kind of address, and at the usual one when it is no client", () => {
    const address = { kind: "tcp", text: "tcp://h:1" } as const;
    expect(dialling(address, () => [isDialled([socket]), dialled()])).toEqual([false, "tcp://h:1"]);
    expect([isDialled([]), dialled()]).toEqual([true, "unix:///var/run/docker.sock"]);
  });
});

describe("the engine's sockets", () => {
  test("are those that are asked for, each once, or the usual one", () => {
    expect(socketPaths([])).toEqual(["/var/run/docker.sock"]);
    expect(socketPaths(["unix:///run/a", "unix://run/../run/a", "unix:///b"])).toEqual(["/run/a", "/b"]);
  });

  test("replace files, and go together where one can't be made", () => {
    const [one, two] = [join(folder, "one.sock"), join(folder, "two.sock")];
    writeFileSync(one, "");
    {
      using _opened = openSockets([one, two]);
      expect([one, two].map((path) => statSync(path).isSocket())).toEqual([true, true]);
      expect(statSync(one).mode % 0o1000).toBe(0o660);
    }
    expect([one, two].map((path) => existsSync(path))).toEqual([false, false]);
    expect(() => openSockets([one, join(folder, "no/folder.sock")])).toThrow(DockerFailure);
    expect(existsSync(one)).toBeFalse();
    openSockets([one]);
    closeSockets([one, two]);
    expect(existsSync(one)).toBeFalse();
  });
});
