/**
 * Which name servers containers ask, as the host's own file changes.
 */
import { beforeEach, expect, test } from "bun:test";

import { describeInSandbox } from "../../../../support/host/test-host.ts";

describeInSandbox((host) => {
  const hostFile = (text: string) => host().$`sh -c ${`printf '${text}' >/etc/resolv.conf`}`;
  const fileIn = async (name: string) => (await host().$`docker exec ${name} cat /etc/resolv.conf`).stdout;
  const start = (name: string, ...options: readonly string[]) =>
    host().run(["docker", "run", "-d", "--name", name, ...options, "base", "sleep", "600"]);

  beforeEach(async () => {
    for (const name of ["plain", "asking", "searching", "own", "late"]) await host().$`docker rm -f ${name}`;
    await hostFile("search lan\\nnameserver 192.0.2.1\\n");
  });

  test("with neither option a container follows the host's file while it runs", async () => {
    await start("plain");
    expect(await fileIn("plain")).toBe("search lan\nnameserver 192.0.2.1\n");
    await hostFile("nameserver 192.0.2.2\\n");
    expect(await fileIn("plain")).toBe("nameserver 192.0.2.2\n");
    // Replaced by another file, as by a DHCP client
    await host().$`sh -c ${"echo nameserver 127.0.0.1 >/etc/new && mv /etc/new /etc/resolv.conf"}`;
    expect(await fileIn("plain")).toBe("\nnameserver 8.8.8.8\nnameserver 8.8.4.4");
  });

  test("with either it does not, and has the rest as it was at its start", async () => {
    await start("asking", "--dns=192.0.2.9");
    await start("searching", "--dns-search=example.com");
    await hostFile("nameserver 192.0.2.2\\n");
    expect(await fileIn("asking")).toBe("search lan\nnameserver 192.0.2.9\n");
    expect(await fileIn("searching")).toBe("search example.com\nnameserver 192.0.2.1\n");
    await host().$`docker restart -t 0 searching`;
    expect(await fileIn("searching")).toBe("search example.com\nnameserver 192.0.2.2\n");
  });

  test("what a container has written itself stays, until it starts again", async () => {
    await start("own");
    await host().$`docker exec own sh -c ${"echo nameserver 192.0.2.7 >/etc/resolv.conf"}`;
    await hostFile("nameserver 192.0.2.2\\n");
    expect(await fileIn("own")).toBe("nameserver 192.0.2.7\n");
    await host().$`docker restart -t 0 own`;
    expect(await fileIn("own")).toBe("nameserver 192.0.2.2\n");
  });

  test("a host without such a file has Docker's public servers for its containers", async () => {
    await host().$`rm /etc/resolv.conf`;
    await start("late");
    expect(await fileIn("late")).toBe("\nnameserver 8.8.8.8\nnameserver 8.8.4.4");
  });

  test("a container that is being removed gets its file back from nobody", async () => {
    await start("late");
    const gone = "cd /run/wirework-host/docker/containers/* && rm resolv.conf resolv.conf.written";
    expect(await host().$`sh -c ${gone}`).toMatchObject({ status: 0, stderr: "" });
    expect(await host().$`docker ps -q`).toMatchObject({ status: 0, stderr: "" });
    expect((await host().$`find /run/wirework-host/docker/containers -name ${"resolv.conf*"}`).stdout).toBe("");
  });

  test("a value that is none starts nothing", async () => {
    const { status, stderr } = await host().$`docker run -d --name late --dns 1.2.3 base sleep 600`;
    expect({ status, stderr }).toEqual({
      status: 125,
      stderr: 'invalid argument "1.2.3" for "--dns" flag: 1.2.3 is not an ip address\nSee \'docker run --help\'.\n',
    });
    expect((await host().$`docker inspect late`).stderr).toBe("Error: No such object: late\n");
  });
});
