import { expect, test } from "bun:test";

import type { SeenNeighbour } from "../../../lib/netlink/see/neighbour.ts";
import { look } from "./looked.ts";

const looked = look();

/** The kernel's own order is a secret of each of its starts */
function inOrder(neighbours: readonly SeenNeighbour[]): readonly SeenNeighbour[] {
  return neighbours.toSorted((one, other) => placeOf(one).localeCompare(placeOf(other)));
}

function placeOf({ destination, dev, state }: SeenNeighbour): string {
  return `${destination} ${dev} ${state}`;
}

test("each neighbour but those of multicast is seen as the real `ip` shows it", async () => {
  const { seen, shown } = await looked;
  const others = shown.neighbours.filter(({ destination }) => !/^(?:ff|224)/.test(destination));
  expect(inOrder(seen.neighbours)).toEqual(inOrder(others));
});

test("what stays is told from what passes, and a router from others", async () => {
  const given = (await looked).seen.neighbours.filter(({ address }) => address?.startsWith("02:") === true);
  const told = given.map(({ destination, state, isRouter }) => [destination, state, isRouter] as const);
  expect<unknown>(told.toSorted()).toEqual([
    ["10.1.0.6", "permanent", false],
    ["10.1.0.7", "passing", false],
    ["10.1.0.8", "noarp", false],
    ["10.1.0.9", "permanent", false],
    ["fd00::8", "passing", false],
    ["fd00::9", "permanent", true],
  ]);
});

test("a proxy is seen with its link, and is told from a neighbour of the same address", async () => {
  const proxies = (await looked).seen.neighbours.filter(({ state }) => state === "proxy");
  expect<unknown>(inOrder(proxies)).toEqual([
    { destination: "10.1.0.9", dev: "w0", address: null, state: "proxy", isRouter: false, protocol: null },
    { destination: "fd00::66", dev: "w0", address: null, state: "proxy", isRouter: true, protocol: "77" },
  ]);
});
