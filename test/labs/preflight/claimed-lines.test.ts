/** What single lines take, or do to a Docker that others use. */
import { expect, test } from "bun:test";

import { type Claims, claimsOf } from "../../../lib/labs/preflight/planned-claims.ts";
import { interruptionOf } from "../../../lib/labs/preflight/interruption.ts";
import type { PlannedLine } from "../../../lib/recipe/run/plan-recipe.ts";
import { parseCidr } from "../../../lib/values/address/cidr.ts";
import { parseSubnet } from "../../../lib/values/address/subnet.ts";

/** A line as planned: as much of it as is read */
function planned(text: string, file: string | null = null): PlannedLine {
  const redirection = file === null ? null : { operator: ">", file };
  return { line: { text, commands: [{ argv: text.split(" ") }], redirection } } as unknown as PlannedLine; // see above
}

const NOTHING: Claims = { links: [], removed: [], addresses: [], routes: [], networks: [], containers: [], ports: [] };

test.each<readonly [string, Partial<Claims>]>([
  ["brctl addbr br0", { links: ["br0"] }],
  ["sudo brctl addbr br0", { links: ["br0"] }],
  ["ip link add br0 type bridge", { links: ["br0"] }],
  ["ip link add name br0 type bridge", { links: ["br0"] }],
  ["ip link add dev br0 type bridge", { links: ["br0"] }],
  ["ip link add link eth0 name v0 type vlan id 5", { links: ["v0"] }],
  ["ip link add A type veth peer name B", { links: ["A", "B"] }],
  ["ip link add A type veth peer B", { links: ["A", "B"] }],
  ["ip link add A type veth peer name B netns 5", { links: ["A"] }],
  ["ip -n n link add A type veth peer name B", {}],
  ["nsenter --net=/proc/7/ns/net ip link add A type bridge", {}],
  ["ip l a mtu 1400 A type veth peer mtu 1400 B", { links: ["A", "B"] }],
  ["ip link add A netns n type veth peer name B", { links: ["B"] }],
  ["ip link set A up", {}],
  ["ip link set A name C", { links: ["C"] }],
  ["ip link set A name A", {}],
  ["ip netns exec n ip link set A name C", {}],
  ["ip link set A netns n name C", {}],
  ["ip link add A type veth frob", {}],
  ["echo brctl addbr br0", {}],
  ["echo ip link add A type veth peer name B", {}],
  ["ip link add  type bridge", {}],
  ["brctl addbr br0 more", {}],
  ["brctl delbr br0", { removed: ["br0"] }],
  ["sudo ip link del A", { removed: ["A"] }],
  ["ip link delete A", { removed: ["A"] }],
  ["ip link del dev A", { removed: ["A"] }],
  ["ip netns exec n ip link del A", {}],
  ["echo brctl delbr br0", {}],
  ["ip link del A more", {}],
  ["ip link del ", {}],
  ["brctl delbr ", {}],
  ["ip addr add 10.1.1.1/24 dev A", { addresses: [{ address: parseCidr("10.1.1.1/24"), place: "host" }] }],
  ["ip address add local 10.1.1.1 dev A", { addresses: [{ address: parseCidr("10.1.1.1/32"), place: "host" }] }],
  [
    "sudo ip netns exec n ip addr add 10.1.1.1/24 dev A",
    { addresses: [{ address: parseCidr("10.1.1.1/24"), place: "container" }] },
  ],
  ["ip -n n a a 10.1.1.1/24 dev A", { addresses: [{ address: parseCidr("10.1.1.1/24"), place: "container" }] }],
  ["ip addr add dev A 10.1.1.1/24", { addresses: [{ address: parseCidr("10.1.1.1/24"), place: "host" }] }],
  ["ip addr add fd00::1/64 dev A", { addresses: [{ address: parseCidr("fd00::1/64"), place: "host" }] }],
  ["ip addr add FD00:0::1 dev A", { addresses: [{ address: parseCidr("fd00::1/128"), place: "host" }] }],
  ["ip addr add 10.1.1.1%A dev A", {}],
  ["ip addr del 10.1.1.1/24 dev A", {}],
  ["ip route add 10.1.1.0/24 dev A", { routes: [parseSubnet("10.1.1.0/24")] }],
  ["ip r a to 10.1.1.9/24 dev A", { routes: [parseSubnet("10.1.1.0/24")] }],
  ["ip route add blackhole 10.1.1.0/24", { routes: [parseSubnet("10.1.1.0/24")] }],
  ["ip -6 route add default via fe80::1 dev A", { routes: [parseSubnet("::/0")] }],
  ["ip route add FD00:0::/64 dev A", { routes: [parseSubnet("fd00::/64")] }],
  ["ip -6 route add 10.1.1.0/24 dev A", {}],
  ["ip route add 10.1.1.0/24 dev A table 7", {}],
  ["ip netns exec n ip route add 10.1.1.0/24 dev A", {}],
  ["ip route add  dev A", {}],
  ["ip netns add n", { networks: ["n"] }],
  ["ip netns del n", {}],
  ["ip netns exec n ip netns add m", { networks: ["m"] }],
  ["ip netns add n more", { networks: ["n"] }],
  ["ip netns attach n 2989", { networks: ["n"] }],
  ["sudo ip net a n", { networks: ["n"] }],
  ["ip netns add ", {}],
  ["brctl addbr ", {}],
  ["ip addr add  dev A", {}],
  ["docker run --name web base", { containers: ["web"] }],
  ["docker run -p 10.0.0.1:81:80 base", { ports: [81] }],
  ["docker run -p 80 -p 10.0.0.1::80 base", {}],
  ["docker run -p 81:80/tcp -p 82:80/udp base", { ports: [81] }],
  ["docker run -p [::1]:81:80 base", { ports: [81] }],
  ["docker run -p 81-82:80-81 base", { ports: [81, 82] }],
  ["docker run -p 81-82:80 base", {}],
  ["docker run -p 81:nonsense base", {}],
  ["podman run --name web -p 80:80 base", {}],
])("%s", (text, claims) => {
  expect(claimsOf([planned(text)])).toEqual({ ...NOTHING, ...claims });
});

test.each([
  "service docker stop",
  "service docker restart",
  "service docker force-reload",
  "sudo service docker restart",
  "systemctl stop docker",
  "systemctl restart docker.service",
])("%s stops Docker", (text) => {
  expect(interruptionOf([planned(text)]).stops).toEqual([text]);
});

test.each(["service docker start", "service docker status", "service docker restarted", "echo service docker stop"])(
  "%s does not",
  (text) => {
    expect(interruptionOf([planned(text)]).stops).toEqual([]);
  },
);

test("of several lines, each is named once, and of a file the first that writes it", () => {
  const lines = [
    planned("service docker stop"),
    planned("echo a", "/f"),
    planned("echo b", "/f"),
    planned("echo c", "/g"),
  ];
  const { stops, writes } = interruptionOf([...lines, planned("service docker stop")]);
  expect(stops).toEqual(["service docker stop"]);
  expect(Object.fromEntries(writes)).toEqual({ "/f": "echo a", "/g": "echo c" });
});
