/**
 * A name of a network that a script deletes is there again, and leads where it led.
 */
import { describe, expect, test } from "bun:test";

import { asBefore, undone } from "../in-network.ts";

/** Each name, and the number of the network that it leads to */
const SHOW = String.raw`for ENTRY in /run/netns/*; do echo "$ENTRY $(readlink "$ENTRY") $(stat -L -c %i "$ENTRY" 2>/dev/null)"; done`;

/** A process in c1, which ends with the shell */
const HELD =
  "ip netns exec c1 sleep 60 >/dev/null 2>&1 & HELD=$!; trap 'kill $HELD' EXIT; until ip netns pids c1 | grep -q .; do :; done";

const tried = (lines: string, there = HELD) => undone({ needs: ["undo-deleted-netns"], there, lines, show: SHOW });

describe("is as before", () => {
  test.each([
    ["one with a process in its network", HELD, "c1"],
    ["a symbolic link", "ln -s /proc/1/ns/net /run/netns/one", "one"],
    ["a symbolic link that leads nowhere", "ln -s /nowhere /run/netns/one", "one"],
  ])("%s", (_what, there, name) => {
    const end = tried(`undo_deleted_netns ${name}; ip netns delete ${name}`, there);
    expect(end.changed).not.toBe(end.before);
    expect(end).toMatchObject(asBefore(end));
  });

  test("where somebody has given the name again", () => {
    const end = tried("undo_deleted_netns c1; ip netns delete c1; ip netns add c1");
    expect(end).toMatchObject({ after: end.changed, status: 0 });
  });
});

test("one that isn't there stays so", () => {
  const end = tried("undo_deleted_netns none");
  expect(end).toMatchObject({ changed: end.before, after: end.before, status: 0 });
});

test("is not deleted where the network would end with it", () => {
  const { stderr, changed } = tried("undo_deleted_netns c1; ip netns delete c1", ":");
  expect(stderr).toContain("no process is in the network c1, which ends with its name");
  expect(changed).toBe("");
});
