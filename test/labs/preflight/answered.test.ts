/** An address that nobody here has may be somebody's on the link that leads to it: who answers for it has it. */
import { expect, test } from "bun:test";

import type { Claims } from "../../../lib/labs/preflight/claims.ts";
import { occupied } from "../../../lib/labs/preflight/occupied.ts";
import { lookingAt } from "../still-ours/looking.ts";

const ADDRESS = "10.7.0.9";
const MAC = "02:00:00:00:00:01";
const NOTHING: Claims = { links: [], removed: [], addresses: [], routes: [], networks: [], containers: [], ports: [] };

/** Why the address can't be had, by what is known of the way there and of who is there */
async function reasons(route: object | null, neighbour: object | null): Promise<readonly string[]> {
  const texts = {
    [`ip -json route get ${ADDRESS}`]: JSON.stringify(route === null ? [] : [route]),
    [`ip -json neighbour show ${ADDRESS} dev eth9`]: JSON.stringify(neighbour === null ? [] : [neighbour]),
    "ip -json neighbour show 10.7.0.9 dev lo": JSON.stringify([{ lladdr: MAC }]),
  };
  const asked: string[] = [];
  const look = lookingAt({ texts });
  const listening = {
    ...look,
    text: async (argv: readonly [string, ...string[]]) => {
      asked.push(argv.join(" "));
      return look.text(argv);
    },
  };
  const claims = { ...NOTHING, addresses: [{ address: ADDRESS, place: "container" }] } as const;
  const found = await occupied(claims, listening);
  const asks = asked.indexOf(`ping -c 1 -w 1 -I eth9 ${ADDRESS}`);
  const looks = asked.indexOf(`ip -json neighbour show ${ADDRESS} dev eth9`);
  expect(asks === -1 ? looks : looks - asks).toBe(asks === -1 ? -1 : 1);
  return found;
}

test("it is asked for first, and then is that neighbour's", async () => {
  const found = await reasons({ dst: ADDRESS, dev: "eth9" }, { lladdr: MAC });
  expect(found).toEqual([expect.stringContaining(MAC)]);
  expect(found[0]).toContain("eth9");
});

test.each<readonly [string, object | null, object | null]>([
  ["nobody answers", { dst: ADDRESS, dev: "eth9" }, {}],
  ["nobody was ever there", { dst: ADDRESS, dev: "eth9" }, null],
  ["it is behind a gateway", { dst: ADDRESS, dev: "eth9", gateway: "10.0.0.1" }, { lladdr: MAC }],
  ["it is this machine's own loop", { dst: ADDRESS, dev: "lo" }, { lladdr: MAC }],
  ["no way leads there", null, { lladdr: MAC }],
])("where %s, it is free", async (_, route, neighbour) => {
  expect(await reasons(route, neighbour)).toEqual([]);
});
