/**
 * Rules of iptables that a script adds, deletes and replaces, and policies that it sets, are as they were once it is undone.
 */
import { describe, expect, test } from "bun:test";

import { asBefore, undone } from "../in-network.ts";

const THERE = `iptables -A FORWARD -i A -j ACCEPT
iptables -A FORWARD -i B -m comment --comment 'it'"'"'s "a" \\ $b' -j DROP
iptables -A FORWARD -i A -j ACCEPT
iptables -A FORWARD -i C -j ACCEPT
iptables -t nat -A POSTROUTING -s 10.1.1.0/24 -j MASQUERADE`;

const SHOW =
  "for PROGRAM in iptables ip6tables; do $PROGRAM -S; $PROGRAM -t nat -S; done; ip netns exec c1 iptables -S";

const tried = (lines: string) => undone({ needs: ["undo-rule"], there: THERE, lines, show: SHOW });

/** A line, with what a script writes around it */
const around = (line: string, where = "iptables filter FORWARD") => `keep_rules ${where}; ${line}; undo_rule ${where}`;

describe("is as before", () => {
  test.each([
    ["a rule", "iptables -A FORWARD -i D -j DROP"],
    ["a rule like two others", "iptables -A FORWARD -i A -j ACCEPT"],
    ["one in front", "iptables -I FORWARD -i A -j ACCEPT"],
    ["one between them", "iptables -I FORWARD 3 -i A -j ACCEPT"],
    ["two by one line", "iptables -A FORWARD -s 10.0.0.1,10.0.0.2 -j DROP"],
    ["one without words", "iptables -A FORWARD"],
    ["a rule that is deleted by its words", "iptables -D FORWARD -i A -j ACCEPT"],
    ["the second of two equal ones, deleted", "iptables -D FORWARD 3"],
    ["one with quotes, deleted", "iptables -D FORWARD 2"],
    ["a replaced one", "iptables -R FORWARD 2 -i D -j ACCEPT"],
    ["one replaced by its equal", "iptables -R FORWARD 2 -i A -j ACCEPT"],
  ])("%s", (_what, line) => {
    const end = tried(around(line));
    expect(end).toMatchObject(asBefore(end));
    expect(end.changed).not.toBe(end.before);
  });

  test.each([
    ["a rule of another table", "iptables -t nat -I POSTROUTING -j MASQUERADE", "iptables nat POSTROUTING"],
    ["a rule of IPv6", "ip6tables -A FORWARD -j DROP", "ip6tables filter FORWARD"],
    [
      "a rule in a namespace",
      "ip netns exec c1 iptables -A FORWARD -j DROP",
      "iptables filter FORWARD ip netns exec c1",
    ],
  ])("%s", (_what, line, where) => {
    const end = tried(around(line, where));
    expect(end).toMatchObject(asBefore(end));
    expect(end.changed).not.toBe(end.before);
  });

  test("a policy", () => {
    const end = tried("undo_policy iptables filter FORWARD; iptables -P FORWARD DROP");
    expect(end).toMatchObject(asBefore(end));
    expect(end.changed).not.toBe(end.before);
  });

  test("several lines, each before the next", () => {
    const lines = ["-A FORWARD -i A -j ACCEPT", "-D FORWARD 1", "-I FORWARD 2 -j LOG", "-R FORWARD 1 -j LOG"];
    const end = tried(lines.map((line) => around(`iptables ${line}`)).join("\n"));
    expect(end).toMatchObject(asBefore(end));
  });
});

describe("what others do meanwhile stays:", () => {
  test("rules around an added one, which has moved", () => {
    const others = "iptables -I FORWARD -j LOG; iptables -A FORWARD -j RETURN";
    expect(tried(`${around("iptables -A FORWARD -i A -j ACCEPT")}; ${others}`).after).toBe(tried(others).changed);
  });

  test("an added rule that they have deleted", () => {
    const end = tried(`${around("iptables -A FORWARD -i A -j ACCEPT")}; iptables -D FORWARD 5`);
    expect(end).toMatchObject(asBefore(end));
  });

  test("a deleted rule that they have added again", () => {
    const end = tried(`${around("iptables -D FORWARD 2")}; iptables -A FORWARD -i C -j LOG
      iptables -I FORWARD 2 -i B -m comment --comment 'it'"'"'s "a" \\ $b' -j DROP`);
    expect(end.after).toBe(end.changed);
    expect(end.status).toBe(0);
  });

  test("a chain that has become shorter than the place of a deleted rule", () => {
    const end = tried(`${around("iptables -D FORWARD 4")}; iptables -D FORWARD 1; iptables -D FORWARD 1`);
    expect(end).toMatchObject({ status: 0 });
    expect(end.after).toContain("-A FORWARD -i A -j ACCEPT\n-A FORWARD -i C -j ACCEPT\n");
  });
});
