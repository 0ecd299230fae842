/**
 * An entry of `/run/netns` that can't be made leaves nothing.
 */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

test.each(["addEntry", "attachEntry"] as const)("%s leaves no file where it fails", async (how) => {
  const seen = await inNamespaces(async (name) => {
    const { readdirSync, writeFileSync } = await import("node:fs");
    const { mount } = await import("../../../lib/netlink/mount.ts");
    const { addEntry, attachEntry } = await import("../../../lib/netlink/netns/add-entry.ts");
    mount("tmpfs", "/run");
    addEntry("before");
    writeFileSync("/proc/sys/user/max_net_namespaces", "0");
    const none = 2 ** 22 + 1;
    let failure = "none";
    try {
      if (name === "addEntry") addEntry("half");
      else attachEntry("half", none);
    } catch (error) {
      failure = error instanceof Error ? error.name : String(error);
    }
    const left = readdirSync("/run/netns");
    // What is left would be in the way of the next one
    attachEntry("half", process.pid);
    return { failure, left, after: readdirSync("/run/netns").toSorted() };
  }, how);
  expect(seen).toEqual({ failure: "EntryError", left: ["before"], after: ["before", "half"] });
});
