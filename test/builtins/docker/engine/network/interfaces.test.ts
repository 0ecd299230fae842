/** The host's own interfaces and routes, as the engine asks the kernel for them. */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** The largest packet of the way out, where these lines have made the routes */
function mtuAfter(lines: readonly string[]) {
  return inNamespaces(async (lines) => {
    const { mtuOfDefaultRoute } = await import("../../../../../lib/builtins/docker/engine/network/interfaces.ts");
    const { mount } = await import("../../../../../lib/netlink/mount.ts");
    mount("sysfs", "/sys"); // or it would have the interfaces of the network outside
    for (const line of ["link add out mtu 1400 type bridge", "link set out up", ...lines]) {
      const { success, stderr } = Bun.spawnSync(["ip", ...line.split(" ")]);
      if (!success) throw new Error(stderr.toString());
    }
    return mtuOfDefaultRoute();
  }, lines);
}

test.each([
  ["none", [], null],
  ["one that leads somewhere", ["route add default dev out"], 1400],
  ["one that leads to a network only", ["route add 10.0.0.0/8 dev out"], null],
  ["one that refuses", ["route add unreachable default"], null],
  [
    "one that refuses before one that leads somewhere",
    ["route add unreachable default", "route add default dev out metric 9"],
    1400,
  ],
])("of the default route's interface, with %s", async (_, lines, mtu) => {
  expect(await mtuAfter(lines)).toBe(mtu);
});
