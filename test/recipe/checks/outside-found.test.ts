import { expect, test } from "bun:test";

import { nameServerOutside, OUTSIDE, OutsideNetwork, outsideNetwork } from "../../../lib/recipe/checks/outside.ts";
import { articleSteps } from "../../../lib/recipe/article-steps.ts";
import { outlineOf } from "../../../lib/recipe/run/outline.ts";
import { parseHostname } from "../../../lib/values/name/hostname.ts";
import { parseIfName } from "../../../lib/values/name/if-name.ts";
import { recipeOf } from "../run/typing-recipe.ts";

/** Its program, with no file of the host's that it reads */
const NAME_SERVER = [
  "sudo ip netns exec outside dnsmasq --no-daemon --conf-file=/dev/null --no-resolv --no-hosts --log-queries",
  "--log-facility=- --local=/#/ --bind-interfaces --listen-address=203.0.113.1",
  "--host-record=www.example.com,203.0.113.1",
].join(" ");

test("the network outside has a name and an address, and the host two on its uplink", () => {
  const outside = new OutsideNetwork();
  expect<object>({ ...outside, OUTSIDE }).toEqual({
    name: "outside",
    address: "203.0.113.1",
    hostAddresses: ["203.0.113.2", "203.0.113.3"],
    OUTSIDE: "203.0.113.0/24",
  });
  expect([outside.word(), outside.spelling()]).toEqual(["outside", null]);
});

test("it is made by lines that the article only tells", async () => {
  const recipe = recipeOf(async ({ $, step }) => {
    step("Outside");
    expect(await outsideNetwork($, parseIfName("uplink"))).toEqual(new OutsideNetwork());
  });
  const [step] = await articleSteps(recipe, {});
  expect(step?.lines.map(({ text }) => text)).toEqual([
    "sudo ip netns add outside",
    "sudo ip link add uplink type veth peer name uplink netns outside",
    "sudo ip netns exec outside ip link set lo up",
    "sudo ip netns exec outside ip addr add 203.0.113.1/24 dev uplink",
    "sudo ip netns exec outside ip link set uplink up",
    "sudo ip addr add 203.0.113.2/24 dev uplink",
    "sudo ip addr add 203.0.113.3/24 dev uplink",
    "sudo ip link set uplink up",
    "sudo ip route add default via 203.0.113.1",
  ]);
  expect(new Set(step?.lines.map(({ said }) => said))).toEqual(new Set(["told"]));
});

test("a name server there knows one name, and its log is on the host", async () => {
  const recipe = recipeOf(async ({ $, step }) => {
    step("Name server");
    const log = await nameServerOutside($, new OutsideNetwork(), parseHostname("www.example.com"));
    expect(log).toBe("/run/outside-dns.log");
  });
  const { steps } = await outlineOf(recipe, {});
  expect(steps[0]?.lines).toMatchObject([
    {
      commands: [
        {
          argv: NAME_SERVER.split(" "),
        },
      ],
      redirection: { operator: ">", file: "/run/outside-dns.log" },
      stays: "started",
      speaker: "told",
    },
  ]);
});
