/**
 * Names of networks are given, and taken away, on a real kernel, and each line is found by `check`, and undone by every reader of lines.
 */
import { afterAll, beforeAll, expect, test } from "bun:test";

import { bySize, sample } from "../../support/size.ts";
import { describeInSandbox } from "../../support/host/test-host.ts";
import { NETNS_LINES, NETNS_SETUP } from "./lines/netns.ts";
import { MatrixHost } from "./matrix-host.ts";
import { SETUP } from "./setup.ts";

describeInSandbox((host) => {
  let matrix: MatrixHost | null = null;
  beforeAll(() => void (matrix = new MatrixHost(host(), [...SETUP, ...NETNS_SETUP])));
  afterAll(() => matrix?.[Symbol.asyncDispose]());

  const many = bySize({ quick: 4, full: NETNS_LINES.length, all: NETNS_LINES.length });
  test.each(sample("lines of the matrix, names of networks", NETNS_LINES, many))("%s", async (line) => {
    const { check, journal, script, explain } = (await matrix?.ask(line)) ?? {};
    expect({ refused: journal?.refused, left: journal?.left }).toEqual({ refused: null, left: [] });
    expect(journal?.hasChanged).toBeTrue();
    expect(script).toMatchObject({ refused: null, left: [] });
    expect(explain?.unknown).toEqual([]);
    // What only a look could tell it says in words
    if (explain?.refused === null) expect(explain.left).toEqual([]);
    expect(check).toMatchObject({ before: { state: expect.stringMatching(/^(?:missing|wrong)$/) } });
    expect(check?.after.state).toBe("done");
  });
});
