/**
 * A bridge that a script removes, and makes again like it was.
 */
import { afterEach, beforeEach, expect, test } from "bun:test";

import { describeInSandbox } from "../../../support/host/test-host.ts";
import { ALL_BACK, runSteps } from "../functions-run.ts";

/** A bridge of others, with two addresses in one network and one elsewhere */
const BRIDGE = `ip link add name others0 address 02:00:00:00:00:01 mtu 1400 txqueuelen 500 type bridge
  ip addr add 10.9.0.1/24 brd + dev others0
  ip addr add 10.9.0.2/24 dev others0
  ip addr add 10.8.0.1 peer 10.8.0.2 dev others0`;

/** As a script has them: its addresses and the link, each kept by its own line */
const STEPS = "undo_addresses others0; undo_link others0; ip link del others0";

describeInSandbox((host) => {
  const inside = async (script: string) =>
    expect(await host().program`sh -e -c ${script}`).toEqual({ status: 0, stdout: "", stderr: "" });
  /** What it is like, and its addresses in their order */
  const bridge = async () => {
    const link = (await host().$`ip -oneline link show others0`).stdout;
    const addresses = (await host().$`ip -oneline -4 addr show dev others0`).stdout;
    return {
      like: [/mtu \d+/, /qlen \d+/, /ether \S+/].map((part) => part.exec(link)?.[0]),
      addresses: addresses
        .replace(/^\d+: /gm, "")
        .trim()
        .split("\n"),
    };
  };

  beforeEach(() => inside(BRIDGE));
  afterEach(() => inside("ip link del others0"));

  test("has its addresses, each one of them, and what it was like", async () => {
    const before = await bridge();
    expect(before.like).toEqual(["mtu 1400", "qlen 500", "ether 02:00:00:00:00:01"]);
    expect(await runSteps(host(), ["undo-link"], STEPS)).toEqual(ALL_BACK);
    expect(await bridge()).toEqual(before);
  });

  test("is that of somebody who has made it meanwhile, as it was before, with the addresses that it lacks", async () => {
    const meanwhile =
      "ip link add name others0 mtu 1300 type bridge; ip addr add 10.9.0.1/24 brd + dev others0; ip addr add 10.7.0.1/24 dev others0";
    expect(await runSteps(host(), ["undo-link"], `${STEPS}; ${meanwhile}`)).toEqual(ALL_BACK);
    const { like, addresses } = await bridge();
    expect(like.slice(0, 2)).toEqual(["mtu 1400", "qlen 500"]);
    expect(addresses.map((line) => line.split(/\s+/)[2])).toEqual([
      "10.9.0.1/24",
      "10.7.0.1/24",
      "10.8.0.1",
      "10.9.0.2/24",
    ]);
  });

  test("is removed only where it is a bridge, and so can be made again", async () => {
    const { status, stderr } = await runSteps(host(), ["undo-link"], "undo_link lo; ip link set lo down");
    expect(status).toBe(1);
    expect(stderr).toStartWith("test: a link of the kind of lo cannot be made again");
    expect((await host().$`ip link show dev lo up`).stdout).not.toBe("");
  });
});
