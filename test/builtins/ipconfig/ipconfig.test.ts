import { expect, test } from "bun:test";

import { describeInSandbox } from "../../support/host/test-host.ts";

describeInSandbox((host) => {
  test("ipconfig says what the article means, as a command that is not there", async () => {
    const expected = {
      status: 127,
      stdout: "",
      stderr: "ipconfig: command not found: the article means ifconfig (today: ip addr)\n",
    };
    expect(await host().$`ipconfig`).toEqual(expected);
    expect(await host().program`sudo ipconfig eth0`).toEqual(expected);
  });
});
