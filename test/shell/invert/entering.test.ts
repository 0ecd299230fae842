/**
 * Where the words lead that enter a network namespace: to a file, and to a name that `ip link set … netns` takes.
 */
import { expect, test } from "bun:test";

import { enteringBy } from "../../../lib/shell/invert/typed.ts";

const OWN = "/proc/self/ns/net";
const [NAMED, OF_PROCESS] = ["/var/run/netns/N", "/proc/7/ns/net"];

test.each<readonly [words: string, file: string, name: string | null]>([
  ["", OWN, "1"],
  ["ip netns exec N", NAMED, "N"],
  ["ip -4 netns exec N", NAMED, "N"],
  ["ip -json -6 netns exec N", NAMED, "N"],
  ["ip -n M netns exec N", NAMED, "N"],
  ["ip net e N", NAMED, "N"],
  ["ip netns exec exec", "/var/run/netns/exec", "exec"],
  ["ip netns exec netns", "/var/run/netns/netns", "netns"],
  ["nsenter --net=/run/netns/M", "/run/netns/M", "M"],
  ["nsenter --net=/var/run/netns/M", "/var/run/netns/M", "M"],
  ["nsenter --net=/run/netns/M/x", "/run/netns/M/x", null],
  ["nsenter --net=/x", "/x", null],
  ["nsenter -n/proc/8/ns/net", "/proc/8/ns/net", "8"],
  ["nsenter -t 7 -n", OF_PROCESS, "7"],
  ["nsenter -n -t 7", OF_PROCESS, "7"],
  ["nsenter -t7 -n", OF_PROCESS, "7"],
  ["nsenter --target 7 --net", OF_PROCESS, "7"],
  ["nsenter --target=7 -n", OF_PROCESS, "7"],
  ["nsenter -t 7 -a", OF_PROCESS, null],
  ["nsenter --target 7 --all", OF_PROCESS, null],
  ["nsenter -t 7 -n -m --uts --", OF_PROCESS, null],
  ["nsenter -t 7 -n --net=/run/netns/M", "/run/netns/M", "M"],
  ["ip netns exec M ip netns exec N", NAMED, "N"],
  ["ip netns exec N nsenter -t 7 -n", OF_PROCESS, "7"],
  ["nsenter -t 7 -n ip netns exec N", NAMED, "N"],
  ["nsenter -t 8 -n nsenter -t 7 -n", OF_PROCESS, "7"],
])("`%s` leads to %s, which is called %j", (line, file, name) => {
  const words = line === "" ? [] : line.split(" ");
  expect(enteringBy(words)).toEqual({ words, file, name });
});

test.each([
  "sh -c",
  "nsenter --nonsense -t 7 -n",
  "nsenter -t 7 -m",
  "nsenter -n",
  "nsenter -t 7 -n -N 3",
  "nsenter -t 7 -n -m ip netns exec N",
  "ip -n N link",
  "ip vrf exec N",
  "ip -all netns exec",
  "ip netns exec N sh -c",
])("where `%s` leads only a process inside can tell", (line) => {
  const words = line.split(" ");
  expect(enteringBy(words)).toEqual({ words, file: null, name: null });
});
