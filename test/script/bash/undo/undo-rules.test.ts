/**
 * Rules that a daemon makes while a script runs: its own are removed at the end, and nobody else's.
 */
import { expect, test } from "bun:test";

import { describeInSandbox } from "../../../support/host/test-host.ts";
import { ALL_BACK, runSteps } from "../functions-run.ts";

describeInSandbox((host) => {
  const rules = async (table: string) => (await host().$`iptables -t ${table} -S`).stdout.split("\n");

  test("new rules with one of the words go, from both tables; earlier ones and those of others stay", async () => {
    await host().$`iptables -A FORWARD -i bridge9 -j ACCEPT`;
    await host().$`iptables -t nat -A POSTROUTING -s 10.9.0.0/24 -j MASQUERADE`;
    const [filter, nat] = [await rules("filter"), await rules("nat")];
    const ended = await runSteps(
      host(),
      ["undo-rules"],
      `undo_rules bridge9 10.9.0.0/24
       iptables -I FORWARD -o bridge9 -j DROP
       iptables -A FORWARD -i bridge9 -o bridge9 -m comment --comment 'it'"'"'s "a" \\ $b' -j ACCEPT
       iptables -A FORWARD -i bridge90 -j ACCEPT
       iptables -t nat -A POSTROUTING -s 10.9.0.0/24 -o bridge9 -j MASQUERADE
       iptables -t nat -A POSTROUTING -s 10.9.0.0/24 -j MASQUERADE --random
       iptables -t nat -A POSTROUTING -s 10.9.0.0/25 -j MASQUERADE`,
    );
    expect(ended).toEqual(ALL_BACK);
    const ofOthers = "-A FORWARD -i bridge90 -j ACCEPT";
    expect(await rules("filter")).toEqual([...filter.slice(0, -1), ofOthers, ""]);
    const natOfOthers = "-A POSTROUTING -s 10.9.0.0/25 -j MASQUERADE";
    expect(await rules("nat")).toEqual([...nat.slice(0, -1), natOfOthers, ""]);
  });
});
