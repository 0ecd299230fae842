/** Which parts of `/proc` and `/sys` may be written in a host, in a container, and in a privileged one. */
import { expect, test } from "bun:test";
import { existsSync } from "node:fs";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

/** With process ids of their own, without which there is no `/proc` to mount */
const inHost = namespacesFor(import.meta.dir, ["--pid", "--fork"]);
const inNamespaces = namespacesFor(import.meta.dir);

test("in a host what is the network's may be written, and nothing that is the machine's", async () => {
  const mounts = await inHost(async () => {
    const { mkdirSync, readFileSync } = await import("node:fs");
    const { mountKernelFiles } = await import("../../../lib/hosts/root/kernel-files.ts");
    const { emptied } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    mkdirSync("/srv/proc");
    const before = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
    mountKernelFiles("/srv");
    const lines = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
    return lines
      .filter((line) => !before.includes(line))
      .map((line) => {
        const [, , , , path = "", options = "", ...rest] = line.split(" ");
        const flags = ["ro", "nosuid", "nodev", "noexec"].filter((flag) => options.split(",").includes(flag));
        return [path, ...flags, rest[rest.indexOf("-") + 1]].join(" ");
      });
  });
  expect(mounts).toContain("/srv/proc nosuid nodev noexec proc");
  expect(mounts).toContain("/srv/proc/sys ro nosuid nodev noexec proc");
  expect(mounts).toContain("/srv/proc/sys/net nosuid nodev noexec proc");
  expect(mounts).toContain("/srv/sys ro sysfs");
  expect(mounts).toContain("/srv/sys/devices/virtual/net sysfs");
  expect(mounts).toContain("/srv/mnt/.sys ro sysfs");
  // Not every kernel has it
  const trigger = existsSync("/proc/sysrq-trigger") ? ["/srv/proc/sysrq-trigger ro nosuid nodev noexec proc"] : [];
  expect(mounts.filter((mount) => mount.includes("sysrq-trigger"))).toEqual(trigger);
  expect(mounts).toHaveLength(6 + trigger.length);
});

/** Those of these folders that may be written, after a function of the module has been at the one above */
function writable(name: "protectSettings" | "protectMachineSettings" | "openNetworkDevices") {
  return inNamespaces(async (name) => {
    const { writeFileSync } = await import("node:fs");
    const module = await import("../../../lib/hosts/root/kernel-files.ts");
    const { makeReadOnly } = await import("../../../lib/netlink/mount.ts");
    const { emptied, filesAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    const folders = [
      "bus",
      "fs",
      "irq",
      "sys/net",
      "sys/other",
      "acpi",
      "sys/devices/virtual/net",
      "sys/devices/virtual",
    ];
    filesAt("/srv", Object.fromEntries([...folders, "sysrq-trigger/"].map((folder) => [`${folder}/`, ""])));
    if (name === "openNetworkDevices") makeReadOnly("/srv");
    module[name]("/srv");
    return [...folders, "sysrq-trigger"].filter((folder) => {
      try {
        writeFileSync(`/srv/${folder}/file`, "");
        return true;
      } catch {
        return false;
      }
    });
  }, name);
}

test("a container may write what is not a setting, a privileged one the network's settings as well", async () => {
  expect(await writable("protectSettings")).toEqual(["acpi"]);
  expect(await writable("protectMachineSettings")).toEqual(["bus", "fs", "irq", "sys/net", "acpi"]);
});

test("below a /sys that is read only, the network's devices are opened, and nothing else", async () => {
  expect(await writable("openNetworkDevices")).toEqual(["sys/devices/virtual/net"]);
});

test("what a kernel does not have is left out", async () => {
  const left = await inNamespaces(async () => {
    const { readdirSync } = await import("node:fs");
    const { protectSettings } = await import("../../../lib/hosts/root/kernel-files.ts");
    const { emptied, filesAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    filesAt("/srv", { "sys/": "" });
    protectSettings("/srv");
    return readdirSync("/srv");
  });
  expect(left).toEqual(["sys"]);
});
