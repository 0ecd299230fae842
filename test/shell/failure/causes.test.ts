/**
 * The table of causes against what the programs really say.
 */
import { expect, test } from "bun:test";

import { CAUSES, findCause } from "../../../lib/shell/failure/causes.ts";
import { UNSHARE } from "../../support/host/in-namespaces.ts";
import { PATH } from "../on-this-machine.ts";

const LIKE_IT = "such an interface, address or route exists already";
const LENGTH = "the kernel allows 15 characters in an interface name";
const NO_SUCH = "the process has ended, or the address or route does not exist";
const ENTRY = "an entry of that name exists already";
const NO_RULE = "the chain, target or rule does not exist";

/** Lines of a shell script, of which the last one fails, and the cause that is found in its words */
const FAILURES: readonly (readonly [script: string, cause: string])[] = [
  ["ip netns exec gone true", "/var/run/netns has no such entry"],
  ["ln -s /proc/0/ns/net /var/run/netns/0; ip netns exec 0 true", "/var/run/netns has no such entry"],
  [": >/var/run/netns/file; ip netns exec file true", "the entry in /var/run/netns is not a network namespace"],
  ["ip link add A type bridge; ip link add A type bridge", LIKE_IT],
  ["ip address add 10.0.0.1/8 dev lo; ip address add 10.0.0.1/8 dev lo", LIKE_IT],
  ["ip link add name-of-16-bytes type bridge", LENGTH],
  ["ip link add a/b type bridge", LENGTH],
  ["ip route add 10.0.0.0/8 via 192.0.2.1", "no route leads to the address"],
  ["ping -c1 192.0.2.1", "no route leads to the address"],
  ["ip link set gone up", "this network namespace has no interface of that name"],
  ["ip link add A type bridge; ip route del 10.0.0.0/8 dev A", NO_SUCH],
  ["ip link add A type nonsense", "this kernel has not loaded the module for it"],
  ["ip link add A type bridge; ip link set A netns 99999", "process has ended"],
  ["ip link add A type bridge; ip link set A netns gone", "/var/run/netns has no such entry"],
  ["ip address del 10.0.0.1/8 dev lo", NO_SUCH],
  ["ip address add 10.0.0.300/8 dev lo", "an address is four numbers"],
  ["ip route add 10.0.0.1/8 dev lo", "it is a host's address in that network"],
  ["ip link add A type bridge; ip route add 10.0.0.0/8 dev A", "no route leads to the address"],
  ["ip link add A type bridge; ip link set A master gone", "no interface of that name"],
  ["ln -s /proc/1/ns/net /run/netns/1; ln -s /proc/1/ns/net /run/netns/1", ENTRY],
  ["ip netns add a; ip netns add a", ENTRY],
  ["iptables -D FORWARD -j DROP", NO_RULE],
  ["iptables -A FORWARD -j NOPE", NO_RULE],
  ["setpriv --bounding-set=-all ip link add A type bridge", "this needs CAP_NET_ADMIN in the network namespace"],
];

test.each(FAILURES)("`%s` fails because %s", async (script, cause) => {
  const prepare = "mount -t tmpfs tmpfs /run; mkdir -p /run/netns";
  const running = Bun.spawn([...UNSHARE, "sh", "-c", `${prepare}; ${script}`], {
    env: { PATH },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
  expect(status).not.toBe(0);
  expect(findCause(stderr.trim() || stdout.trim())?.cause ?? `no cause known for: ${stdout}${stderr}`).toContain(cause);
});

test.each([
  ["Error: Unknown device type.", "sudo ip link add A type macvlan link eth0", "sudo modprobe macvlan"],
  ["RTNETLINK answers: Operation not supported", "ip link add A", "sudo modprobe NAME"],
  ["Error: Unknown device type.", "ip link add link A name A.7 type vlan id 7", "sudo modprobe 8021q"],
  ["98: Cannot fork", "sudo iptables -S", "ulimit -u 4096"],
  ["add bridge failed: Operation not supported", "sudo brctl addbr bridge0", "sudo modprobe bridge"],
  ["RTNETLINK answers: Network is unreachable", "ip route add 10.0.0.0/8 dev A", "ip link set A up, before the route"],
  ["Error: Nexthop has invalid gateway.", "ip route add default via 10.1.1.1", "ip link set NAME up, before the route"],
  ["RTNETLINK answers: Device or resource busy", "sudo ip link set A master br0", "ip link set A down, first"],
  ["bridge br0 is still up; can't delete it", "", "ip link set br0 down, first"],
  [
    "Job for docker failed: bridge device with non default name br9 must be created manually",
    "sudo service docker start",
    "sudo brctl addbr br9, and then sudo service docker start",
  ],
  [
    "bridge device with non default name br9 must be created manually",
    "sudo service docker start",
    "sudo brctl addbr br9, and then sudo service docker start",
  ],
  [
    'Cannot open network namespace "2778": No such file or directory',
    "ip netns exec 2778 ip link",
    "sudo ln -sfn /proc/PID/ns/net /var/run/netns/PID, with the id of a process that runs",
  ],
])("the way out of %j after `%s` has the name that is meant", (words, command, tryThis) => {
  expect(findCause(words, command)?.tryThis).toBe(tryThis);
});

test("a way out has no variable, and no place but for a name that is known to be looked for", () => {
  for (const { tryThis } of CAUSES)
    expect(tryThis.replace(/\{(?:link|module|bridge)\}/g, "NAME")).not.toMatch(/\{\w|\$\w/);
});

test("each cause has a way out, and is found by one message only", () => {
  for (const { cause, tryThis } of CAUSES) expect(`${cause}${tryThis}`).not.toMatch(/^$|[.!]$/);
  expect(new Set(CAUSES.map(({ cause }) => cause)).size).toBe(CAUSES.length);
});

test("words that nobody knows have no cause", () => {
  expect(findCause("all is well")).toBeNull();
});
