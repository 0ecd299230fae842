import { expect, test } from "bun:test";

import { namespacesFor } from "../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

test("a function runs in another network, and the thread is home again afterwards", async () => {
  const seen = await inNamespaces(async () => {
    const { openSync, readlinkSync } = await import("node:fs");
    const { inNetwork } = await import("../../lib/netlink/namespaces.ts");
    const other = Bun.spawn(["unshare", "--net", "sh", "-c", "echo; exec sleep 600"], { stdout: "pipe" });
    await other.stdout.getReader().read();
    const where = () => readlinkSync("/proc/thread-self/ns/net");
    const home = where();
    const inside = inNetwork(openSync(`/proc/${other.pid}/ns/net`, "r"), where);
    other.kill();
    return { moved: inside !== home, back: where() === home };
  });
  expect(seen).toEqual({ moved: true, back: true });
});

test("a namespace of another kind is not entered, and the thread stays where it was", async () => {
  const seen = await inNamespaces(async () => {
    const { openSync, readlinkSync } = await import("node:fs");
    const { inNetwork } = await import("../../lib/netlink/namespaces.ts");
    const other = Bun.spawn(["unshare", "--uts", "--ipc", "sh", "-c", "echo; exec sleep 600"], { stdout: "pipe" });
    await other.stdout.getReader().read();
    const where = () => ["net", "uts", "ipc"].map((kind) => readlinkSync(`/proc/thread-self/ns/${kind}`));
    const home = where();
    const messages = ["uts", "ipc"].map((kind) => {
      try {
        inNetwork(openSync(`/proc/${other.pid}/ns/${kind}`, "r"), () => null);
      } catch (error) {
        return (error as { code?: string }).code;
      }
      return "it was entered";
    });
    other.kill();
    return { messages, stayed: Bun.deepEquals(where(), home) };
  });
  expect(seen).toEqual({ messages: ["EINVAL", "EINVAL"], stayed: true });
});

test("a program that is started in another network stays there", async () => {
  const links = await inNamespaces(async () => {
    const { openSync } = await import("node:fs");
    const { inNetwork } = await import("../../lib/netlink/namespaces.ts");
    const { success } = Bun.spawnSync(["ip", "link", "add", "here", "type", "bridge"]);
    if (!success) throw new Error("There is no bridge to be seen at home");
    const other = Bun.spawn(["unshare", "--net", "sh", "-c", "echo; exec sleep 600"], { stdout: "pipe" });
    await other.stdout.getReader().read();
    const fd = openSync(`/proc/${other.pid}/ns/net`, "r");
    const started = inNetwork(fd, () => Bun.spawn(["ip", "-brief", "link"], { stdout: "pipe" }));
    const text = await started.stdout.text();
    other.kill();
    return text;
  });
  expect(links).toMatch(/^lo /);
  expect(links).not.toContain("here");
});

test("the thread is home again after a function that throws, with no descriptor left open", async () => {
  const seen = await inNamespaces(async () => {
    const { openSync, readdirSync, readlinkSync } = await import("node:fs");
    const { inNetwork } = await import("../../lib/netlink/namespaces.ts");
    const target = (fd: string) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`);
      } catch {
        return "";
      }
    };
    const state = () => ({
      network: readlinkSync("/proc/thread-self/ns/net"),
      open: readdirSync("/proc/self/fd")
        .map(target)
        .filter((name) => name.startsWith("net:")),
    });
    const network = openSync("/proc/self/ns/net", "r");
    const before = state();
    try {
      inNetwork(network, () => {
        throw new Error("from within");
      });
    } catch (error) {
      return { message: (error as Error).message, before, after: state() };
    }
    return null;
  });
  expect(seen?.message).toBe("from within");
  expect(seen?.after).toEqual(seen?.before);
});

test("a promise is refused, whose rest would run at home", async () => {
  const seen = await inNamespaces(async () => {
    const { openSync, readlinkSync } = await import("node:fs");
    const { inNetwork } = await import("../../lib/netlink/namespaces.ts");
    const before = readlinkSync("/proc/thread-self/ns/net");
    try {
      // @ts-expect-error: the type refuses it as well
      inNetwork(openSync("/proc/self/ns/net", "r"), async () => {});
    } catch (error) {
      const isHome = readlinkSync("/proc/thread-self/ns/net") === before;
      return { message: `${(error as Error).name}: ${(error as Error).message}`, isHome };
    }
    return null;
  });
  expect(seen).toEqual({
    message: "TypeError: Cannot await in another namespace: after the first await the thread is back in its own",
    isHome: true,
  });
});
