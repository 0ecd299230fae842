/** What makes namespaces a host: its root, its name, its network and its programs. */
import { expect, test } from "bun:test";

import { namespacesFor } from "../support/host/in-namespaces.ts";

/** With process ids of their own, without which there is no `/proc` to mount */
const inHost = namespacesFor(import.meta.dir, ["--pid", "--fork"]);

test.each(["sandbox", "docker"] as const)(
  "a host of the kind %s has its name, a network, and its own programs",
  async (kind) => {
    const seen = await inHost(async (kind) => {
      const { readFileSync, readlinkSync, statSync, writeFileSync } = await import("node:fs");
      const { bootHost } = await import("../../lib/hosts/boot.ts");
      process.umask(0o077);
      writeFileSync("/proc/sys/net/ipv4/ip_forward", "1");
      bootHost({
        kind,
        kept: [],
        furnish: (root) => writeFileSync(`${root}/run/furnished`, ""),
        programs: {
          builtins: { hello: ["/bin/echo", "it's", "a  b", "$HOME"], none: [] },
          links: { other: "/bin/true" },
        },
      });
      const folder = "/run/wirework-host/bin";
      const said = Bun.spawnSync([`${folder}/hello`, "x  y", "z"]).stdout.toString();
      return {
        said,
        text: readFileSync(`${folder}/none`, "utf8"),
        modes: [folder, `${folder}/hello`, "/run/furnished"].map((file) => (statSync(file).mode & 0o777).toString(8)),
        link: readlinkSync(`${folder}/other`),
        name: readFileSync("/proc/sys/kernel/hostname", "utf8").trim(),
        forward: readFileSync("/proc/sys/net/ipv4/ip_forward", "utf8").trim(),
        // Flags of netdevice(7): up is the first
        isUp: (Number(readFileSync("/sys/class/net/lo/flags", "utf8")) & 1) === 1,
      };
    }, kind);
    expect(seen).toEqual({
      said: "it's a  b $HOME x  y z\n",
      text: '#!/bin/sh\nexec  "$@"\n',
      modes: ["755", "755", "644"],
      link: "/bin/true",
      name: kind,
      forward: "0",
      isUp: true,
    });
  },
);

test.each([
  [
    "what the kernel refuses",
    "nonsense",
    {
      message: "Cannot open a Docker host: the kernel refuses a mount that it needs",
      cause: expect.stringContaining('Cannot mount nonsense at "/srv": ENODEV, '),
      tryThis: "the same outside the container, or in one started with docker run --privileged",
    },
  ],
  ["any other error", null, { message: "another", cause: "", tryThis: "" }],
])("%s is why a host can't be opened", async (_, type, error) => {
  const seen = await inHost(async (type) => {
    const { bootHost } = await import("../../lib/hosts/boot.ts");
    const { HostError } = await import("../../lib/hosts/host-error.ts");
    const { mount } = await import("../../lib/netlink/mount.ts");
    const furnish = () => {
      if (type === null) throw new Error("another");
      mount(type, "/srv");
    };
    try {
      bootHost({ kind: "docker", kept: [], furnish, programs: { builtins: {}, links: {} } });
    } catch (error) {
      if (error instanceof HostError) return { message: error.message, cause: error.cause, tryThis: error.tryThis };
      return { message: (error as Error).message, cause: "", tryThis: "" };
    }
    return null;
  }, type);
  expect(seen).toEqual(error);
});
