/**
 * Neighbours in the words that `ip neighbour` takes.
 */
import { expect, test } from "bun:test";

import type { SeenNeighbour } from "../../lib/netlink/see/neighbour.ts";
import { neighbourWords } from "../../lib/resources/neighbour-words.ts";
import type { Printed } from "../support/kernel/printed.ts";
import { neighbour } from "../support/kernel/seen-network.ts";

const PLAIN = {
  destination: "10.0.0.9",
  dev: "A",
  address: null,
  state: "permanent",
  isRouter: false,
  protocol: null,
} as const;
const MAC = "02:00:00:00:00:01";

test.each<[Partial<Printed<SeenNeighbour>>, string]>([
  [{ address: MAC }, `10.0.0.9 dev A lladdr ${MAC} nud permanent`],
  [{ state: "noarp" }, "10.0.0.9 dev A nud noarp"],
  [{ address: MAC, isRouter: true }, `10.0.0.9 dev A lladdr ${MAC} router nud permanent`],
  [{ protocol: "static" }, "10.0.0.9 dev A nud permanent proto static"],
  [{ state: "proxy" }, "proxy 10.0.0.9 dev A"],
  [{ state: "proxy", dev: "" }, "proxy 10.0.0.9"],
  [{ state: "proxy", isRouter: true, protocol: "77" }, "proxy 10.0.0.9 dev A router proto 77"],
  [{ destination: "fd00::9", dev: "B", address: MAC }, `fd00::9 dev B lladdr ${MAC} nud permanent`],
])("%j is %j", (seen, words) => {
  expect(neighbourWords(neighbour({ ...PLAIN, ...seen }))).toBe(words);
});

test("the state of one that the kernel has learned itself is not typed", () => {
  expect(neighbourWords(neighbour({ ...PLAIN, address: MAC, state: "passing" }))).toBe(`10.0.0.9 dev A lladdr ${MAC}`);
  expect(neighbourWords(neighbour({ ...PLAIN, state: "passing" }))).toBe("10.0.0.9 dev A");
});
