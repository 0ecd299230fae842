import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

test("another network is seen by its file, and nothing of one's own", async () => {
  const seen = await inNamespaces(async () => {
    const { seeNetwork } = await import("../../../lib/netlink/see/network.ts");
    const run = (line: string) => Bun.spawnSync(line.split(" "));
    run("mount -t tmpfs none /run");
    run("ip netns add far");
    run("ip link add b0 type bridge");
    run("ip link add v0 index 70 type veth peer name w0 netns far");
    run("ip -n far link add b1 index 77 type bridge");
    run("ip -n far link set w0 master b1");
    return seeNetwork("/run/netns/far", (network) => ({
      links: network.links().map(({ name }) => name),
      own: network.link("b0"),
      there: network.link("b1")?.index,
      master: network.link("w0")?.state.master,
      lower: network.link("w0")?.lower,
      ports: network.ports(77).map(({ name, state }) => [name, state.master]),
      empty: [
        network.ports(1),
        network.addresses(77),
        network.routesOver(77),
        network.routes("inet"),
        network.neighbours(),
      ],
      rules: [network.rules("inet").length, network.rules("inet6").length],
    }));
  });
  expect(seen).toEqual({
    links: ["lo", "w0", "b1"],
    own: null,
    there: 77,
    master: "b1",
    lower: { index: 70, name: null },
    ports: [["w0", "b1"]],
    empty: [[], [], [], [], []],
    rules: [3, 2],
  });
});

test("what is not there, and what is no network, is not seen", async () => {
  const codes = await inNamespaces(async () => {
    const { seeNetwork } = await import("../../../lib/netlink/see/network.ts");
    const codeOf = (file: string) => {
      try {
        return seeNetwork(file, () => "seen");
      } catch (error) {
        return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
      }
    };
    return ["/nowhere", "/proc/self/ns/uts", "/proc/self/ns/net"].map(codeOf);
  });
  expect(codes).toEqual(["ENOENT", "EINVAL", "seen"]);
});
