/**
 * What a script adds to nft is deleted again, and what it deletes comes back, where nothing of somebody else's goes with it.
 */
import { describe, expect, test } from "bun:test";

import { asBefore, undone } from "../in-network.ts";

const THERE = `nft add table ip t
nft add chain ip t c '{ type filter hook input priority -7; policy accept; }'
nft add chain ip t free '{ type filter hook input priority 9; policy accept; comment "some text"; }'
nft add rule ip t c tcp dport 80 counter accept
nft add rule ip t c tcp dport 81 drop comment '"some text"'
nft add table ip empty '{ comment "some text"; }'`;

const tried = (lines: string, there = THERE) =>
  undone({ needs: ["undo-nft"], there, lines, show: "nft --stateless list ruleset" });

describe("is as before", () => {
  test.each([
    ["a table", "undo_nft_table ip new; nft add table ip new"],
    ["a chain", "undo_nft_chain ip t new; nft add chain ip t new '{ type nat hook output priority 0; }'"],
    ["a rule", "nft add rule ip t c tcp dport 80 counter accept; undo_nft_rule ip t c"],
    ["a rule in front", "nft insert rule ip t c tcp dport 80 counter accept; undo_nft_rule ip t c"],
    ["a table that is deleted", "undo_nft_deleted table ip empty; nft delete table ip empty"],
    ["a chain that is deleted", "undo_nft_deleted chain ip t free; nft delete chain ip t free"],
    ["the first rule, deleted", "undo_nft_deleted rule ip t c 3; nft delete rule ip t c handle 3"],
    ["the last rule, deleted", "undo_nft_deleted rule ip t c 4; nft delete rule ip t c handle 4"],
    [
      "a rule in a namespace",
      "ip netns exec c1 nft add table ip t; undo_nft_table ip u ip netns exec c1; ip netns exec c1 nft add table ip u",
    ],
  ])("%s", (_what, lines) => {
    const end = tried(lines);
    expect(end).toMatchObject(asBefore(end));
  });

  test.each([
    "undo_nft_table ip t; nft add table ip t",
    "undo_nft_chain ip t c; nft add chain ip t c",
    "undo_nft_deleted rule ip t c 77",
  ])("where it was there already: %s", (lines) => {
    const end = tried(lines);
    expect(end).toMatchObject({ changed: end.before, after: end.before, status: 0 });
  });
});

test("a rule that somebody has deleted meanwhile is done with", () => {
  const end = tried("nft add rule ip t c accept; undo_nft_rule ip t c; nft delete rule ip t c handle 5");
  expect(end).toMatchObject(asBefore(end));
});

test.each([
  ["table ip t", "the table t"],
  ["chain ip t c", "the chain c"],
])("%s is not deleted with what somebody has put there", (name, what) => {
  const { stderr, changed } = tried(`undo_nft_deleted ${name}; nft delete ${name}`);
  expect(stderr).toContain(`everything in ${what} would be lost, whoever added it`);
  expect(changed).toBe("");
});

test("what somebody has put into a table of the script's stays, and is named", () => {
  const end = tried("undo_nft_table ip new; nft add table ip new; nft add chain ip new theirs");
  expect(end).toMatchObject({ after: end.changed, status: 3 });
  expect(end.stderr).toContain("the table new is not empty");
});
