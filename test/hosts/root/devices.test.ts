/** A host's `/dev`: harmless devices, terminals of its own, and nothing else. */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

test("there are the devices, links and folders that programs expect, and no others", async () => {
  const seen = await inNamespaces(async () => {
    const { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } = await import("node:fs");
    const { mountDevices } = await import("../../../lib/hosts/root/devices.ts");
    const { emptied, filesAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    filesAt("/srv", { "dev/old": "" });
    mountDevices("/srv");
    const names = readdirSync("/srv/dev").toSorted();
    const kindOf = (name: string) => {
      const found = lstatSync(`/srv/dev/${name}`);
      if (found.isSymbolicLink()) return `-> ${readlinkSync(`/srv/dev/${name}`)}`;
      if (found.isDirectory()) return `folder ${(found.mode & 0o7777).toString(8)}`;
      return found.isCharacterDevice() && found.rdev === statSync(`/dev/${name}`).rdev ? "device" : "other";
    };
    const types = readFileSync("/proc/self/mountinfo", "utf8").match(/ \/srv\/dev\/(?:pts|shm) .*/g) ?? [];
    return {
      names: names.map((name) => `${name} ${kindOf(name)}`),
      mode: (statSync("/srv/dev").mode & 0o7777).toString(8),
      terminals: readdirSync("/srv/dev/pts"),
      multiplexer: (statSync("/srv/dev/pts/ptmx").mode & 0o777).toString(8),
      types: types.map((line) => line.replace(/.* - (\w+) .*?(mode=\d+)?(,ptmxmode=\d+)?$/, "$1 $2$3")),
    };
  });
  expect(seen).toEqual({
    names: [
      "fd -> /proc/self/fd",
      "full device",
      "null device",
      "ptmx -> pts/ptmx",
      "pts folder 755",
      "random device",
      "shm folder 1777",
      "stderr -> /proc/self/fd/2",
      "stdin -> /proc/self/fd/0",
      "stdout -> /proc/self/fd/1",
      "tty device",
      "urandom device",
      "zero device",
    ],
    mode: "755",
    terminals: ["ptmx"],
    multiplexer: "666",
    types: ["devpts mode=620,ptmxmode=666", expect.stringMatching(/^tmpfs /)],
  });
});
