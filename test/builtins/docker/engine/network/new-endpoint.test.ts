/**
 * Addresses of containers where the bridge's own is one of the first, and where there are few.
 */
import { expect, test } from "bun:test";

import { describeInSandbox } from "../../../../support/host/test-host.ts";

describeInSandbox((host) => {
  const restartWith = async (options: string) => {
    await host().$`sh -c ${`echo 'DOCKER_OPTS="${options}"' >/etc/default/docker`}`;
    expect(await host().$`service docker restart`).toMatchObject({ status: 0 });
  };
  const run = (name: string) => host().$`docker run -d --name ${name} base sleep 600`;
  const addressOf = async (name: string) =>
    (await host().$`docker inspect -f ${"{{.NetworkSettings.IPAddress}}"} ${name}`).stdout.trim();

  test("the bridge's own address is no container's", async () => {
    await restartWith("--bip=10.9.0.2/29");
    for (const name of ["one", "two"]) expect(await run(name)).toMatchObject({ status: 0 });
    expect([await addressOf("one"), await addressOf("two")]).toEqual(["10.9.0.3", "10.9.0.4"]);
    expect((await host().$`docker exec one ip route show default`).stdout).toContain("via 10.9.0.2 ");
    await host().$`docker rm -f one two`;
  });

  test("the last address of a network is given out, then there is none, and then again the one that came free", async () => {
    await restartWith("--bip=10.9.0.1/30");
    expect(await run("one")).toMatchObject({ status: 0 });
    expect(await addressOf("one")).toBe("10.9.0.2");
    const refused = await run("two");
    expect(refused).toMatchObject({ status: 125 });
    expect(refused.stderr).toContain("no available IPv4 addresses on this network's address pools: bridge (");
    await host().$`docker kill one`;
    expect(await host().$`docker start two`).toMatchObject({ status: 0 });
    expect([await addressOf("one"), await addressOf("two")]).toEqual(["", "10.9.0.2"]);
    await host().$`docker rm -f one two`;
  });
});
