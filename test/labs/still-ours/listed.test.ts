/** Rules of iptables, as they are found when they are to be undone. */
import { describe, expect, test } from "bun:test";

import { listed } from "../../../lib/labs/still-ours/listed.ts";
import type { Standing } from "../../../lib/labs/still-ours/standing.ts";
import { NETWORK, network } from "./in-network.ts";

describe("a line", () => {
  const RULES = "ip netns exec n iptables -S";
  const LINE = "-A INPUT -j DROP";
  const place = ["iptables", "-S", "INPUT", "1"] as const;
  const ours = {
    kind: "listed",
    network: NETWORK,
    list: ["iptables", "-S"],
    line: LINE,
    before: [],
    change: "made",
    place: null,
  } as const;
  const printed = (...lines: readonly string[]) => ({
    texts: { [RULES]: lines.map((line) => `${line}\n`).join("") },
  });

  test.each<readonly [string, readonly string[], readonly string[], "made" | "removed", Standing]>([
    ["that is there", [LINE], [], "made", "ours"],
    ["that is not there", [], [], "made", "gone"],
    ["that is there as often as before", [LINE], [LINE], "made", "gone"],
    ["that is there once more than before", [LINE, LINE], [LINE], "made", "ours"],
    ["that is there more seldom than before", [], [LINE], "made", "gone"],
    ["that is missing", [], [LINE], "removed", "ours"],
    ["that is there again", [LINE], [LINE], "removed", "gone"],
    ["that is there once more by now", [LINE, LINE], [LINE], "removed", "gone"],
  ])("%s, of %j and %j before, %s", async (_, now, before, change, standing) => {
    expect(await listed({ ...ours, before, change }, network(null, printed(...now)))).toBe(standing);
    expect(await listed({ ...ours, before, change }, network(null, { ...printed(...now), inode: 8 }))).toBe("gone");
  });

  test("that is not known is whatever was not there before", async () => {
    expect(await listed({ ...ours, line: null, before: ["-N x"] }, network(null, printed("-N x", LINE)))).toBe("ours");
    expect(await listed({ ...ours, line: null, before: ["-N x"] }, network(null, printed("-N x")))).toBe("gone");
  });

  test("of a listing that fails is gone", async () => {
    expect(await listed({ ...ours, before: [LINE], change: "removed" }, network(null))).toBe("gone");
  });

  test.each<readonly [string, readonly string[], string | null, Standing]>([
    ["is there", [LINE], LINE, "ours"],
    ["has another one before it", [LINE, "-A INPUT -j LOG"], "-A INPUT -j LOG", "another's"],
    ["can't be seen", [LINE], null, "another's"],
    ["is not there, nor what it was of", [], "-A INPUT -j LOG", "gone"],
  ])("that is taken by its place, which %s", async (_, now, there, standing) => {
    const at = there === null ? {} : { "ip netns exec n iptables -S INPUT 1": `${there}\n` };
    expect(await listed({ ...ours, place }, network(null, { texts: { ...printed(...now).texts, ...at } }))).toBe(
      standing,
    );
  });
});
