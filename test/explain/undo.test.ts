/**
 * What is said to take a line back undoes it: tried on the kernel of a sandbox.
 */
import { expect, test } from "bun:test";

import { explainLine } from "../../lib/explain/explain-line.ts";
import { recipeFile } from "../support/recipe-file.ts";
import { users } from "../support/machine/users.ts";
import { wirework } from "../support/wirework.ts";

/** What must be there before, and the line */
const LINES: readonly (readonly [before: readonly string[], line: string])[] = [
  [[], "sudo ip link add A type veth peer name B"],
  [[], "ip link set A up"],
  [[], "ifconfig A up"],
  [["ip link set B up"], "sudo ifconfig B down"],
  [["ip link set B down"], "sudo ip addr add 10.1.1.1/24 dev A"],
  [[], "sudo ip addr add 10.1.1.1 peer 10.1.1.2 dev A"],
  [["ip addr add 10.1.1.1/24 dev A", "ip link set A up"], "sudo ip route add 10.9.0.0/24 dev A"],
  [[], "ip route add default via 10.1.1.2"],
  [[], "sudo route add default gw 10.1.1.2"],
  [[], "route add -net 10.7.0.0 netmask 255.255.0.0 dev A"],
  [["ip route add 10.7.0.0/16 dev A"], "route del -net 10.7.0.0 netmask 255.255.0.0 dev A"],
  [["ip route del 10.7.0.0/16 dev A"], "ip route del 10.9.0.0/24 dev A"],
  [[], "ip rule add from 10.1.1.9 table 5"],
  [["ip rule add from 10.1.1.9 table 5 pref 77"], "ip rule del from 10.1.1.9 table 5 pref 77"],
  [[], "ip neigh add 10.1.1.9 lladdr 02:00:00:00:00:09 dev A"],
  [[], "sudo ip link set dev B name eth9"],
  [[], "sudo brctl addbr bridge9"],
  // A bridge without an address of its own takes that of what is put on it
  [["ip link set bridge9 address 02:00:00:00:00:0b"], "sudo brctl addif bridge9 B"],
  [[], "ip link set dev B master bridge9"],
  [[], "brctl stp bridge9 on"],
  [["brctl addif bridge9 B"], "sudo brctl delif bridge9 B"],
  [["brctl delif bridge9 B", "mkdir -p /var/run/netns"], "sudo ip netns add blue"],
  [[], "sudo ip link set B netns blue"],
  [[], "sudo ip netns exec blue ip link set lo up"],
  [[], "sudo ln -s /proc/1/ns/net /var/run/netns/one"],
  [[], "sudo mkdir -p /var/run/wired"],
  [[], "sudo iptables -A FORWARD -i docker0 -o docker0 -p tcp --dport 80 -j ACCEPT"],
  [[], "sudo iptables -t nat -I POSTROUTING 1 -s 10.1.1.0/24 -j MASQUERADE"],
  [[], "iptables -t nat -N MINE"],
  [[], "echo 'DOCKER_OPTS=\"-b=bridge9\"' >> /etc/default/docker"],
  [[], "sudo docker run -d --net=none --name web base sleep 600"],
];

/** Lines that bring about what others are about, and stay */
const STAY = [
  "ip link add A type veth peer name B",
  "brctl addbr bridge9",
  "ip netns add blue",
  "ip route add 10.9.0.0/24 dev A",
];

const PROGRAMS = [
  "ip",
  "brctl",
  "iptables",
  "ln",
  "rm",
  "mkdir",
  "rmdir",
  "sed",
  "echo",
  "cat",
  "ls",
  "docker",
  "ifconfig",
  "route",
];

/** All that lines of these kinds change, as the programs show it */
const STATE = [
  "ip -o link",
  "ip -o -4 addr",
  "ip route",
  "ip rule",
  "ip neigh show nud permanent",
  "ip netns list",
  "ip -all netns exec ip -o link",
  "brctl show",
  "ls /run",
  "iptables -S",
  "iptables -t nat -S",
  "cat /etc/default/docker",
  "docker ps -a -q",
];

function typed(line: string): string {
  const [, command, file] = /^(.*) >> (\S+)$/.exec(line) ?? [];
  return command === undefined ? `await $\`${line}\`;` : `await $.append("${file}")\`${command}\`;`;
}

/** Runs a line and undoes it, also by what does the same today; then again where others are about it */
function tried([before, line]: (typeof LINES)[number]): string {
  const { today, ...explained } = explainLine(line);
  // What nobody can type without a look before is not needed here: it is of links that had nothing
  const undo = explained.undo.flatMap((step) => ("type" in step ? [step.type] : []));
  const stays = STAY.find((other) => line.endsWith(other));
  return [
    ...before.map(typed),
    `before = await state();`,
    typed(line),
    `changed = await state();`,
    `if (changed === before) throw new Error(${JSON.stringify(`${line}: it left all as it was`)});`,
    ...undo.map(typed),
    differs("before", line),
    ...(today.length === 0 ? [] : [...today.map(typed), differs("changed", `not as ${line}`), ...undo.map(typed)]),
    ...(stays === undefined ? [] : [typed(stays)]),
  ].join("\n");
}

/** Fails when the state is another one than it was */
function differs(than: "before" | "changed", what: string): string {
  return `after = await state(); if (after !== ${than}) throw new Error(${JSON.stringify(`${what}: `)} + differing(${than}, after));`;
}

test.each(users)("each line of the table, as $name", async (user) => {
  const steps = [
    "let before: string, changed: string, after: string;",
    String.raw`const differing = (one: string, other: string) => { const lines = other.split("\n"); return one.split("\n").filter((line, at) => line !== lines[at]).join("\n"); };`,
    'const state = async () => { let text = ""; ',
    ...STATE.map((line) => `text += (await $.irreversible("It only looks")\`${line}\`).text() + "\\n";`),
    // An interface that has been up has noqueue for noop, and a network that a cable led to has a number, for ever
    String.raw`return text.replace(/ qdisc no\w+| \(id: \d+\)/g, ""); };`,
    ...LINES.map(tried),
  ].join("\n");
  const { status, stderr } = await wirework(user, ["run", recipeFile(steps, PROGRAMS)]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
