/**
 * The smaller parts: a loopback, a name, a terminal, and pipes.
 */
import { expect, test } from "bun:test";

import { namespacesFor } from "../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

test("a loopback that is brought up has its address, and answers", async () => {
  const seen = await inNamespaces(async () => {
    const { bringLoopbackUp } = await import("../../lib/netlink/loopback.ts");
    const address = () => Bun.spawnSync(["ip", "-brief", "-4", "address", "show", "lo"]).stdout.toString();
    const before = address();
    bringLoopbackUp();
    return { before, after: address(), answers: Bun.spawnSync(["ping", "-c1", "-W1", "127.0.0.1"]).success };
  });
  expect(seen.before).not.toContain("127.0.0.1");
  expect(seen.after).toMatch(/^lo +UNKNOWN +127\.0\.0\.1\/8/);
  expect(seen.answers).toBe(true);
});

test("a machine has the name that it is given, to the byte, and 65 bytes are too many", async () => {
  const seen = await inNamespaces(async () => {
    const { setHostname } = await import("../../lib/netlink/hostname.ts");
    setHostname("a-longer-name-than-before");
    setHostname("short");
    try {
      setHostname("n".repeat(65));
    } catch (error) {
      return [Bun.spawnSync(["uname", "-n"]).stdout.toString().trim(), (error as { code: string }).code];
    }
    return null;
  });
  expect(seen).toEqual(["short", "EINVAL"]);
});

test("a terminal has the size that it is given, and passes on what is written to it", async () => {
  const seen = await inNamespaces(async () => {
    const { readSync, writeSync } = await import("node:fs");
    const { openPty, resize } = await import("../../lib/netlink/pty.ts");
    const { master, slave } = openPty("/dev/ptmx", { columns: 90, rows: 30 });
    const size = () => Bun.spawnSync(["stty", "size"], { stdin: slave }).stdout.toString().trim();
    const first = size();
    resize(master, { columns: 132, rows: 43 });
    writeSync(slave, "to the one who looks on\n");
    const buffer = Buffer.alloc(100);
    const shown = buffer.toString("utf8", 0, readSync(master, buffer, 0, 100, null));
    return { first, second: size(), shown };
  });
  expect(seen).toEqual({ first: "30 90", second: "43 132", shown: "to the one who looks on\r\n" });
});

test("a named pipe is its owner's only, and none is made over what is there", async () => {
  const seen = await inNamespaces(async () => {
    const { statSync } = await import("node:fs");
    const { makeFifo } = await import("../../lib/netlink/fifo.ts");
    const { mount } = await import("../../lib/netlink/mount.ts");
    mount("tmpfs", "/mnt");
    makeFifo("/mnt/pipe");
    const status = statSync("/mnt/pipe");
    try {
      makeFifo("/mnt/pipe");
    } catch (error) {
      return [status.isFIFO(), (status.mode & 0o777).toString(8), (error as Error).message];
    }
    return null;
  });
  expect(seen).toEqual([true, "600", 'Cannot make the named pipe "/mnt/pipe": EEXIST']);
});

test("a pipe passes bytes on, and no program inherits its ends", async () => {
  const seen = await inNamespaces(async () => {
    const { readSync, writeSync } = await import("node:fs");
    const { openPipe } = await import("../../lib/netlink/pipe.ts");
    const { read, write } = openPipe();
    writeSync(write, "bytes");
    const buffer = Buffer.alloc(100);
    const passed = buffer.toString("utf8", 0, readSync(read, buffer, 0, 100, null));
    const open = Bun.spawnSync(["ls", "-l", "/proc/self/fd"], { stderr: "ignore" }).stdout.toString();
    return { passed, inherited: [read, write].filter((fd) => new RegExp(` ${fd} -> pipe:`).test(open)) };
  });
  expect(seen).toEqual({ passed: "bytes", inherited: [] });
});
