/**
 * Without the power over its network, ip says what the real one says.
 */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

const LINES = [
  "link add x0 type bridge",
  "link add x0 type veth peer name x1",
  "link set v0 up",
  "link set v0 mtu 1400",
  "link set v0 netns blue",
  "link set nothing up",
  "link set v0 type bridge_slave cost 5",
  "link del v0",
  "addr add 10.0.0.1/24 dev v0",
  "addr del 10.0.0.1/24 dev v0",
  "route add default dev v0",
  "route del default",
  "neigh add 10.0.0.2 lladdr 02:00:00:00:00:02 dev v0",
  "rule add from 10.0.0.0/24 lookup 5",
  "rule list",
  "link show dev v0",
  "-n blue link set lo up",
  "netns exec blue ip link set lo up",
];

test("who may not change a network is told so in the same words", async () => {
  const [real, ours] = await inNamespaces(async (lines) => {
    const { CABLES, prepareByIp } = await import("../../support/host/new-network.ts");
    const { mount } = await import("../../../lib/netlink/mount.ts");
    mount("tmpfs", "/run");
    prepareByIp([...CABLES, "netns add blue"]);
    // In a user namespace in this one, root is nobody to this network
    const powerless = ["unshare", "--user", "--map-root-user"];
    const said = lines.map((line) => {
      const { exitCode, stdout, stderr } = Bun.spawnSync([...powerless, "ip", ...line.split(" ")]);
      return { line, status: exitCode, stdout: stdout.toString(), stderr: stderr.toString() };
    });
    const inside = [process.execPath, "--no-env-file", `${process.cwd()}/lines-inside.ts`];
    const { stdout, stderr } = Bun.spawnSync([...powerless, ...inside], { stdin: Buffer.from(JSON.stringify(lines)) });
    if (stderr.length > 0) throw new Error(stderr.toString());
    return [said, JSON.parse(stdout.toString()) as typeof said];
  }, LINES);
  expect(ours).toEqual(real);
  expect(real.filter(({ stderr }) => stderr === "RTNETLINK answers: Operation not permitted\n").length).toBeGreaterThan(
    10,
  );
});
