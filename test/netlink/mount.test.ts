import { expect, test } from "bun:test";

import { namespacesFor } from "../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

test("a file system is mounted with its options", async () => {
  const mode = await inNamespaces(async () => {
    const { statSync } = await import("node:fs");
    const { mount } = await import("../../lib/netlink/mount.ts");
    mount("tmpfs", "/mnt", "mode=750", ["nosuid", "nodev", "noexec"]);
    return [
      (statSync("/mnt").mode & 0o777).toString(8),
      Bun.spawnSync(["findmnt", "--noheadings", "--output=OPTIONS", "/mnt"]).stdout.toString(),
    ];
  });
  expect(mode[0]).toBe("750");
  expect(mode[1]).toMatch(/rw,nosuid,nodev,noexec/);
});

test("a bind shows the files and what is mounted below them", async () => {
  const seen = await inNamespaces(async () => {
    const { mkdirSync, readdirSync, writeFileSync } = await import("node:fs");
    const { bind, mount } = await import("../../lib/netlink/mount.ts");
    mount("tmpfs", "/mnt");
    mkdirSync("/mnt/source/below", { recursive: true });
    mkdirSync("/mnt/target");
    mount("tmpfs", "/mnt/source/below");
    writeFileSync("/mnt/source/below/file", "");
    bind("/mnt/source", "/mnt/target");
    return readdirSync("/mnt/target/below");
  });
  expect(seen).toEqual(["file"]);
});

test("a mount is read-only with all below it, and writable again by itself", async () => {
  const seen = await inNamespaces(async () => {
    const { mkdirSync, writeFileSync } = await import("node:fs");
    const { makeReadOnly, makeWritable, mount } = await import("../../lib/netlink/mount.ts");
    const write = (file: string) => {
      try {
        writeFileSync(file, "");
        return "written";
      } catch (error) {
        return (error as NodeJS.ErrnoException).code;
      }
    };
    mount("tmpfs", "/mnt");
    mkdirSync("/mnt/below");
    mount("tmpfs", "/mnt/below");
    const before = write("/mnt/below/file");
    makeReadOnly("/mnt");
    const readOnly = [write("/mnt/file"), write("/mnt/below/file")];
    makeWritable("/mnt");
    return { before, readOnly, after: [write("/mnt/file"), write("/mnt/below/file")] };
  });
  expect(seen).toEqual({ before: "written", readOnly: ["EROFS", "EROFS"], after: ["written", "EROFS"] });
});

test("a mount that is detached is gone, also while something is open in it", async () => {
  const names = await inNamespaces(async () => {
    const { openSync, readdirSync } = await import("node:fs");
    const { detach, mount } = await import("../../lib/netlink/mount.ts");
    const before = readdirSync("/mnt");
    mount("tmpfs", "/mnt");
    openSync("/mnt/file", "w");
    detach("/mnt");
    return { before, after: readdirSync("/mnt") };
  });
  expect(names.after).toEqual(names.before);
});

test("the new root is the root of every process in the namespace, and the old one is out of reach", async () => {
  const seen = await inNamespaces(async () => {
    const { mkdirSync, readdirSync, readFileSync } = await import("node:fs");
    const { bind, makePrivate, mount, pivotRoot } = await import("../../lib/netlink/mount.ts");
    makePrivate();
    mount("tmpfs", "/mnt");
    mkdirSync("/mnt/root");
    bind("/mnt/root", "/mnt/root");
    mkdirSync("/mnt/root/proc");
    bind("/proc", "/mnt/root/proc");
    const other = Bun.spawn(["cat"], { cwd: "/", stdin: "pipe", stdout: "pipe" });
    other.stdin.write("it has all its libraries once it answers");
    void other.stdin.flush();
    await other.stdout.getReader().read();
    pivotRoot("/mnt/root");
    const mounts = readFileSync("/proc/self/mountinfo", "utf8")
      .split("\n")
      .filter((line) => !line.includes(" /proc"));
    const seen = {
      root: readdirSync("/"),
      folder: process.cwd(),
      others: readdirSync(`/proc/${other.pid}/root`),
      mounts: mounts.filter((line) => line !== "").length,
    };
    other.kill();
    return seen;
  });
  expect(seen).toEqual({ root: ["proc"], folder: "/", others: ["proc"], mounts: 1 });
});

test("a mount that the kernel refuses is an error with its code and what was tried", async () => {
  const error = await inNamespaces(async () => {
    const { KernelError } = await import("../../lib/netlink/libc.ts");
    const { mount } = await import("../../lib/netlink/mount.ts");
    try {
      mount("tmpfs", "/nowhere");
    } catch (error) {
      return error instanceof KernelError ? [error.code, error.message] : null;
    }
    return null;
  });
  expect(error).toEqual(["ENOENT", 'Cannot mount tmpfs at "/nowhere": ENOENT']);
});
