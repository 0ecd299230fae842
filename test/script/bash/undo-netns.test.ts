/**
 * The folder of networks that have names, which the first of them makes and mounts.
 */
import { expect, test } from "bun:test";

import { describeInSandbox } from "../../support/test-host.ts";
import { ALL_BACK, runSteps } from "./functions-run.ts";

describeInSandbox((host) => {
  const folder = async () => ({
    isThere: (await host().$`test -e /var/run/netns`).status === 0,
    isMounted: (await host().$`mountpoint --quiet /var/run/netns`).status === 0,
  });
  const STEPS = `undo_netns
    ip netns add mine
    undo ip netns delete mine`;

  test("is unmounted and removed", async () => {
    const ended = await runSteps(host(), ["undo-netns"], STEPS, async () =>
      expect(await folder()).toEqual({ isThere: true, isMounted: true }),
    );
    expect(ended).toMatchObject(ALL_BACK);
    expect(await folder()).toEqual({ isThere: false, isMounted: false });
  });

  test("is no failure where somebody has unmounted it meanwhile", async () => {
    const ended = await runSteps(host(), ["undo-netns"], STEPS, async () => {
      await host().$`ip netns delete mine`;
      expect(await host().$`umount /var/run/netns`).toMatchObject({ status: 0 });
    });
    expect(ended).toMatchObject(ALL_BACK);
    expect(await folder()).toEqual({ isThere: false, isMounted: false });
  });

  test("stays, mounted, where it was before", async () => {
    await host().$`ip netns add before`;
    expect(await runSteps(host(), ["undo-netns"], STEPS)).toMatchObject(ALL_BACK);
    expect(await folder()).toEqual({ isThere: true, isMounted: true });
    expect((await host().$`ls /var/run/netns`).stdout).toBe("before\n");
    await host().$`ip netns delete before`;
    await host().$`umount /var/run/netns`;
    await host().$`rmdir /var/run/netns`;
  });
});
