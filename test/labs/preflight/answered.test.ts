/** An address that nobody here has may be somebody's on the link that leads to it: who answers for it has it. */
import { expect, test } from "bun:test";

import type { Claims } from "../../../lib/labs/preflight/planned-claims.ts";
import { occupied } from "../../../lib/labs/preflight/occupied.ts";
import type { SeenRoute } from "../../../lib/netlink/see/route.ts";
import type { Look } from "../../../lib/resources/look.ts";
import { lookingAt } from "../still-ours/looking.ts";
import type { Printed } from "../../support/kernel/printed.ts";
import { parseCidr } from "../../../lib/values/address/cidr.ts";

const ADDRESS = "10.7.0.9";
const MAC = "02:00:00:00:00:01";
const HERE = "/proc/self/ns/net";
const NOTHING: Claims = { links: [], removed: [], addresses: [], routes: [], networks: [], containers: [], ports: [] };

/** Why the address can't be had, by what is known of the way there and of who is there once somebody has asked */
async function reasons(way: Partial<Printed<SeenRoute>> | null, mac: string | null): Promise<readonly string[]> {
  const ways = way === null ? {} : { [ADDRESS]: way };
  const unknown = lookingAt({ sees: { [HERE]: { ways } } });
  const neighbours = ["eth9", "lo"].map((dev) => ({ destination: ADDRESS, dev, address: mac }));
  const asked = lookingAt({ sees: { [HERE]: { ways, neighbours } } });
  let look = unknown;
  const listening: Look = {
    ...unknown,
    text: async (argv) => {
      if (argv.join(" ") === `ping -c 1 -w 1 -I eth9 ${ADDRESS}`) look = asked;
      return null;
    },
    see: (path, read) => look.see(path, read),
  };
  return occupied({ ...NOTHING, addresses: [{ address: parseCidr(`${ADDRESS}/32`), place: "container" }] }, listening);
}

test("it is asked for first, and then is that neighbour's", async () => {
  const found = await reasons({ dev: "eth9" }, MAC);
  expect(found).toEqual([expect.stringContaining(MAC)]);
  expect(found[0]).toContain("eth9");
});

test.each<readonly [string, Partial<Printed<SeenRoute>> | null, string | null]>([
  ["nobody answers", { dev: "eth9" }, null],
  ["it is behind a gateway", { dev: "eth9", gateway: "10.0.0.1" }, MAC],
  ["it is this machine's own loop", { dev: "lo" }, MAC],
  ["a route says that nothing leads there", { dev: null, type: "unreachable" }, MAC],
  ["no way leads there", null, MAC],
])("where %s, it is free", async (_, way, mac) => {
  expect(await reasons(way, mac)).toEqual([]);
});
