/**
 * A service that is started, stopped or restarted; and with Docker its containers, its bridge and its rules.
 */
import { expect, test } from "bun:test";

import { ON_HOST } from "../../../lib/resources/entering.ts";
import { inspecting } from "./docker/engine-with.ts";
import { type Host, taken, together, wayBack } from "./host-with.ts";
import { linksWith } from "./links-with.ts";

const RUNS: Host = { prints: { "service s status": "", "systemctl is-active s": "active" } };

test.each<[string, Host, Host, readonly string[], readonly string[]]>([
  ["service s start", {}, RUNS, ["service s stop"], ["service s stop"]],
  ["service s start", {}, {}, ["service s stop"], []],
  ["service s start", RUNS, RUNS, [], []],
  ["service s stop", RUNS, {}, ["service s start"], ["service s start"]],
  ["service s stop", RUNS, RUNS, ["service s start"], []],
  ["service s stop", {}, {}, [], []],
  ["service s restart", RUNS, RUNS, ["service s restart (last)"], ["service s restart (last)"]],
  ["service s restart", RUNS, {}, ["service s restart (last)"], ["service s restart (last)"]],
  ["service s restart", {}, RUNS, ["service s stop"], ["service s stop"]],
  ["systemctl start s", {}, RUNS, ["systemctl stop s"], ["systemctl stop s"]],
  ["systemctl -q stop s", RUNS, {}, ["systemctl start s"], ["systemctl start s"]],
])("`%s` with %j, then %j", async (line, before, after, planned, done) => {
  const way = await wayBack(line, before, after);
  expect<unknown>([way.planned, way.done]).toEqual([planned, done]);
});

test.each([
  ["service s start", {}, RUNS, "stopped", ["service", "s", "status"]],
  ["service s stop", RUNS, {}, "running", ["service", "s", "status"]],
  ["service s restart", RUNS, RUNS, "restarted", ["service", "s", "status"]],
  ["systemctl stop s", RUNS, {}, "running", ["systemctl", "is-active", "s"]],
])("after `%s` it is known by its state", async (line, before, after, was, status) => {
  expect<unknown>(taken((await wayBack(line, before, after)).completed)).toEqual([
    { kind: "service", name: "s", was, status },
  ]);
});

/** Docker, with a container of somebody else's, a bridge of its own, and an address that its file gives */
function docker(address: string): Host {
  const answers: Readonly<Record<string, string | null>> = inspecting("1d", { name: "theirs" });
  const prints = {
    "service docker status": "",
    "service docker.service status": "",
    "service docker-x status": "",
    "docker ps --all --quiet --no-trunc": "1d\n",
    "docker inspect --type container 1d": answers["docker inspect --type container 1d"] ?? "",
    "iptables -t nat -S": "-P PREROUTING ACCEPT",
  };
  const bridge = linksWith({ docker0: { kind: "bridge", addresses: [address] } });
  return together(bridge, { prints, files: { "/etc/default/docker": "DOCKER_OPTS=--bip=10.9.0.1/24\n" } });
}

const RULES = ["rules of 10.9.0.0/24 in nat", "rules of 10.9.0.0/24 in filter"];

test.each([
  ["restart", ["service docker restart (last)", "docker start 1d (last)"], RULES, 1],
  ["stop", ["service docker start", "docker start 1d"], [], 0],
  ["start", [], RULES, 1],
])("`service docker %s`", async (action, first, rules, addresses) => {
  const way = await wayBack(`service docker ${action}`, docker("10.8.0.1/24"), docker("10.9.0.1/24"));
  const isAddress = (line: string) => line.includes("10.8.0.1/24");
  expect<unknown>(way.planned.filter((line) => !isAddress(line))).toEqual([...first, ...rules]);
  expect([way.planned, way.done].map((lines) => lines.filter(isAddress).length)).toEqual([addresses, addresses]);
  expect(taken(way.completed).filter((one) => JSON.stringify(one)?.includes("10.8.0.1"))).toEqual(
    Array.from({ length: addresses }, () => ({
      kind: "entry",
      network: { enter: ON_HOST, inode: "1" },
      list: { of: "address", link: "docker0" },
      family: "inet",
      words: "10.8.0.1/24 scope global",
      before: ["10.8.0.1/24 scope global"],
      change: "removed",
      link: null,
    })),
  );
});

test("an address that stays needs nothing once that is known", async () => {
  const { planned, done } = await wayBack("service docker start", docker("10.8.0.1/24"));
  expect([planned.length - done.length, done]).toEqual([1, RULES]);
});

test.each([
  ["docker.service", 3],
  ["docker-x", 0],
  ["xdocker", 0],
])("`service %s start` has %d steps of Docker's", async (name, count) => {
  const { planned } = await wayBack(`service ${name} start`, docker("10.8.0.1/24"));
  expect(planned.filter((line) => !line.startsWith("service "))).toHaveLength(count);
});
