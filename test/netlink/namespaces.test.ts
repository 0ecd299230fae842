import { expect, test } from "bun:test";

import { namespacesFor } from "../support/in-namespaces.ts";

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

test("a program that is started in another network stays there", async () => {
  const links = await inNamespaces(async () => {
    const { openSync } = await import("node:fs");
    const { inNetwork } = await import("../../lib/netlink/namespaces.ts");
    Bun.spawnSync(["ip", "link", "add", "here", "type", "dummy"]);
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

test.each(["inNetwork", "inNewNamespaces", "inNewMounts"] as const)(
  "%s is home again after a function that throws, with no descriptor left open",
  async (name) => {
    const seen = await inNamespaces(async (which) => {
      const { openSync, readdirSync, readlinkSync } = await import("node:fs");
      const namespaces = await import("../../lib/netlink/namespaces.ts");
      const body = () => {
        throw new Error("from within");
      };
      const ways = {
        inNetwork: () => namespaces.inNetwork(network, body),
        inNewNamespaces: () => namespaces.inNewNamespaces(body),
        inNewMounts: () => namespaces.inNewMounts(body),
      };
      const target = (fd: string) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`);
        } catch {
          return "";
        }
      };
      const state = () => ({
        names: ["mnt", "net", "uts", "ipc"].map((kind) => readlinkSync(`/proc/thread-self/ns/${kind}`)),
        open: readdirSync("/proc/self/fd")
          .map(target)
          .filter((name) => name.startsWith("/proc/") || name.includes(":[")),
      });
      const network = openSync("/proc/self/ns/net", "r");
      const before = state();
      let message = "";
      try {
        ways[which]();
      } catch (error) {
        message = (error as Error).message;
      }
      return { message, before, after: state() };
    }, name);
    expect(seen.message).toBe("from within");
    expect(seen.after).toEqual(seen.before);
  },
);

test.each(["inNetwork", "inNewNamespaces", "inNewMounts"] as const)(
  "%s refuses a promise, whose rest would run at home",
  async (name) => {
    const message = await inNamespaces(async (which) => {
      const { openSync } = await import("node:fs");
      const namespaces = await import("../../lib/netlink/namespaces.ts");
      const body = async () => {};
      const ways = {
        // @ts-expect-error: a promise
        inNetwork: () => namespaces.inNetwork(openSync("/proc/self/ns/net", "r"), body),
        // @ts-expect-error: a promise
        inNewNamespaces: () => namespaces.inNewNamespaces(body),
        // @ts-expect-error: a promise
        inNewMounts: () => namespaces.inNewMounts(body),
      };
      try {
        ways[which]();
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
      return "no error";
    }, name);
    expect(message).toBe("TypeError: Cannot await in another namespace: after the first await the thread is back home");
  },
);

test("new namespaces are furnished, stay open by descriptor, and are not the thread's own", async () => {
  const seen = await inNamespaces(async () => {
    const { hostname } = await import("node:os");
    const { readlinkSync } = await import("node:fs");
    const { setHostname } = await import("../../lib/netlink/hostname.ts");
    const { inNewNamespaces } = await import("../../lib/netlink/namespaces.ts");
    const before = hostname();
    const { namespaces, result } = inNewNamespaces(() => {
      setHostname("furnished");
      return hostname();
    });
    const { fds } = namespaces;
    const inside = Bun.spawnSync(["nsenter", `--uts=/proc/${process.pid}/fd/${fds.uts}`, "hostname"]).stdout.toString();
    const isOther = Object.entries(fds).map(
      ([kind, fd]) => readlinkSync(`/proc/self/fd/${fd}`) !== readlinkSync(`/proc/thread-self/ns/${kind}`),
    );
    return { result, inside: inside.trim(), unchanged: hostname() === before, isOther };
  });
  expect(seen).toEqual({
    result: "furnished",
    inside: "furnished",
    unchanged: true,
    isOther: [true, true, true, true],
  });
});

test("mounts made in new mounts are not seen outside, and the working folder stays", async () => {
  const seen = await inNamespaces(async () => {
    const { readdirSync, writeFileSync } = await import("node:fs");
    const { makePrivate, mount } = await import("../../lib/netlink/mount.ts");
    const { inNewMounts } = await import("../../lib/netlink/namespaces.ts");
    process.chdir("/usr");
    const inside = inNewMounts(() => {
      makePrivate();
      mount("tmpfs", "/mnt");
      writeFileSync("/mnt/inside", "");
      return readdirSync("/mnt");
    });
    return { inside, outside: readdirSync("/mnt").includes("inside"), folder: process.cwd() };
  });
  expect(seen).toEqual({ inside: ["inside"], outside: false, folder: "/usr" });
});

test("a process that is not there has no namespaces to open", async () => {
  const seen = await inNamespaces(async () => {
    const { openNamespaces } = await import("../../lib/netlink/namespaces.ts");
    const gone = Bun.spawn(["true"]);
    await gone.exited;
    try {
      openNamespaces(gone.pid);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code;
    }
    return null;
  });
  expect(seen).toBe("ENOENT");
});
