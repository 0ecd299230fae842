/**
 * The folder of networks that have names, which the first of them makes and mounts.
 */
import { expect, test } from "bun:test";

import { describeInSandbox } from "../../../support/host/test-host.ts";
import { ALL_BACK, runSteps } from "../functions-run.ts";

describeInSandbox((host) => {
  const isThere = async () => (await host().$`test -e /var/run/netns`).status === 0;
  const isMounted = async () => (await host().$`mountpoint --quiet /var/run/netns`).status === 0;
  const STEPS = `undo_netns
    ip netns add mine
    undo ip netns delete mine
    mountpoint --quiet /var/run/netns`;

  test("is unmounted and removed", async () => {
    expect(await runSteps(host(), ["undo-netns"], STEPS)).toEqual(ALL_BACK);
    expect(await isThere()).toBeFalse();
  });

  test("is no failure where somebody has unmounted it meanwhile", async () => {
    const meanwhile = "ip netns delete mine; umount /var/run/netns";
    expect(await runSteps(host(), ["undo-netns"], `${STEPS}\n${meanwhile}`)).toEqual(ALL_BACK);
    expect(await isThere()).toBeFalse();
  });

  test("stays, mounted, where it was before", async () => {
    await host().$`ip netns add before`;
    expect(await runSteps(host(), ["undo-netns"], STEPS)).toEqual(ALL_BACK);
    expect(await isMounted()).toBeTrue();
    expect((await host().$`ls /var/run/netns`).stdout).toBe("before\n");
    await host().$`ip netns delete before`;
    await host().$`umount /var/run/netns`;
    await host().$`rmdir /var/run/netns`;
  });
});
