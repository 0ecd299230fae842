/**
 * The files that a container has of its own, in place of the host's.
 */
import { expect, test } from "bun:test";

import { describeInSandbox } from "../../../../support/host/test-host.ts";

describeInSandbox((host) => {
  test("a container has its name in a file where the host has none, and below it there is an empty one", async () => {
    await host().$`rm /etc/hostname`;
    const looking = "cat /etc/hostname; umount /etc/hostname; cat /etc/hostname; echo over";
    const said = await host().$`docker run --rm --privileged --hostname web base sh -c ${looking}`;
    expect(said).toEqual({ status: 0, stdout: "web\nover\n", stderr: "" });
    expect((await host().$`ls /etc/hostname`).status).not.toBe(0);
  });
});
