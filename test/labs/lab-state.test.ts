/**
 * A lab is up as long as its holder and the containers that were wired are the same.
 */
import { expect, test } from "bun:test";

import { bootId } from "../../lib/hosts/boot-id.ts";
import { ownNamespaces } from "../../lib/hosts/own-namespaces.ts";
import { identifyHolder } from "../../lib/hosts/holder-identity.ts";
import { stateOf } from "../../lib/labs/lab-state.ts";
import type { LabContainer, LabRecord } from "../../lib/labs/lab-record.ts";
import { identify } from "../../lib/netlink/process/process-identity.ts";
import { parseLabName } from "../../lib/values/name/lab-name.ts";
import { naming } from "../support/naming.ts";

const OWN = { pid: process.pid, ...identify(process.pid) };

function record(process: LabContainer["process"], host: Partial<LabRecord["host"]> = {}): LabRecord {
  const holder = identifyHolder(OWN.pid, "none");
  return {
    schema: 1,
    name: parseLabName("mine"),
    recipe: null,
    project: "/",
    since: "2026-01-01T00:00:00Z",
    host: { kind: "sandbox", holder, ...host } as LabRecord["host"], // a whole one, with a part changed
    containers: [{ id: "0123", name: "web", called: [], process }],
    obstacle: null,
  };
}

test.each([
  ["the same process in the same network", OWN],
  ["one that could not be seen", null],
] as const)("%s is up", (_what, process) => {
  expect(stateOf(record(process))).toEqual({ state: "up" });
});

test.each([
  ["another process of its id", { ...OWN, start: "1" }],
  ["the same process in another network", { ...OWN, network: "4:1" }],
  ["one that has ended", { ...OWN, pid: 2 ** 22 + 1 }],
] as const)("%s needs repair", (_what, process) => {
  expect(stateOf(record(process)).state).toBe("needs repair");
});

test("it names all that have changed, and no other", () => {
  const ended = { ...OWN, start: "1" };
  const containers = [ended, OWN, ended].map((process, index) => ({ id: "0", name: `c${index}`, called: [], process }));
  expect(stateOf({ ...record(OWN), containers })).toEqual({ state: "needs repair", why: naming("c0", "c2", "have") });
  expect(stateOf(record(ended))).toEqual({ state: "needs repair", why: naming("web", "has") });
  expect(stateOf({ ...record(OWN), containers: [] })).toEqual({ state: "up" });
});

test("a lab is gone with its holder, and with the machine's start", () => {
  const holder = identifyHolder(OWN.pid, "none");
  expect(stateOf(record(OWN, { holder: { ...holder, start: "1" } })).state).toBe("gone");
  expect(stateOf(record(OWN, { holder: { ...holder, boot: "another" } })).state).toBe("gone");
});

test("on this machine itself it is unfinished while its run goes on", () => {
  const seenFrom = ownNamespaces("pid", "net");
  const host = { kind: "host", boot: bootId(), seenFrom, journal: "/nowhere", sum: null } as const;
  expect(stateOf(record(OWN, { ...host, stage: "running" })).state).toBe("unfinished");
  expect(stateOf(record(OWN, { ...host, stage: "up" })).state).toBe("up");
  expect(stateOf(record(OWN, { ...host, stage: "up", seenFrom: ownNamespaces("net", "pid") })).state).toBe(
    "out of sight",
  );
  expect(stateOf(record(OWN, { ...host, boot: "another", stage: "up" })).state).toBe("gone");
  expect(stateOf(record(OWN, { ...host, boot: "another", stage: "running" })).state).toBe("unfinished");
});
