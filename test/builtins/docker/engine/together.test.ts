import { expect, test } from "bun:test";

import { describeInSandbox } from "../../../support/host/test-host.ts";

describeInSandbox((host) => {
  test("eight containers get eight names and eight addresses", async () => {
    const runs = Array.from({ length: 8 }, () => host().program`docker run -d base sleep 600`);
    const ids = (await Promise.all(runs)).map(({ stdout }) => stdout.trim());
    const format = "{{.Name}} {{.NetworkSettings.IPAddress}}";
    const lines = (await host().$`docker inspect -f ${format} ${ids}`).stdout.trim().split("\n");
    expect(new Set(lines.map((line) => line.split(" ")[0])).size).toBe(8);
    expect(lines.map((line) => line.split(" ")[1]).toSorted()).toEqual(
      [2, 3, 4, 5, 6, 7, 8, 9].map((number) => `172.17.0.${number}`),
    );
    expect((await host().$`docker rm -f ${ids}`).status).toBe(0);
    expect((await host().$`docker ps -a -q`).stdout).toBe("");
  });

  test("of two containers with one name exactly one is made", async () => {
    const runs = [1, 2].map(() => host().program`docker run -d --name web base sleep 600`);
    const said = (await Promise.all(runs)).toSorted((one, other) => one.status - other.status);
    expect(said.map(({ status }) => status)).toEqual([0, 125]);
    expect(said[1]?.stderr).toMatch(
      /^docker: Error response from daemon: Conflict\. The container name "\/web" is already in use by container "\w{64}"/,
    );
    await host().$`docker rm -f web`;
  });
});
