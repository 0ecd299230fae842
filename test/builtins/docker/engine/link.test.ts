import { describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../../support/host/test-host.ts";

const FILTER = `-P INPUT ACCEPT
-P FORWARD ACCEPT
-P OUTPUT ACCEPT
`;

describeInSandbox((host) => {
  describe("--link", () => {
    const hosts = async (name: string) => (await host().$`docker exec ${name} cat /etc/hosts`).stdout;

    test("takes a name that was made up, as docker ps shows it, and gives the alias its address", async () => {
      await host().$`docker run -d -h db-host base sleep 600`;
      const made = (await host().$`docker ps`).stdout.trim().split(" ").at(-1) ?? "";
      expect(made).toMatch(/^[a-z]+_[a-z]+$/);
      await host().$`docker run -d --name client --link ${made}:db base sleep 600`;
      expect(await hosts("client")).toEndWith(`172.17.0.2\tdb db-host ${made}\n`);
      expect((await host().$`docker exec client ping -c 1 -W 5 db`).status).toBe(0);
    });

    test("does not take a hostname", async () => {
      const said = await host().$`docker run --rm --link db-host:db base true`;
      expect(said).toMatchObject({ status: 125, stdout: "" });
      expect(said.stderr).toStartWith("docker: Error response from daemon: could not get container for db-host");
      await host().$`sh -c ${"docker rm -f $(docker ps -a -q)"}`;
    });

    test("takes only a container that runs", async () => {
      await host().$`docker run --name db base true`;
      const said = await host().$`docker run --name client --link db base true`;
      expect(said.status).toBe(125);
      expect(said.stderr).toContain("Cannot link to a non running container: /db AS /client/db");
      await host().$`docker rm db client`;
    });

    test("follows a server through its end and its next start, at another address, and touches no other line", async () => {
      await host().$`docker run -d --name db -h db base sleep 600`;
      await host().$`docker run -d --name client --link db base sleep 600`;
      const before = await hosts("client");
      expect(before).toEndWith("\n172.17.0.2\tdb\n");
      await host().$`docker exec client sh -c ${"echo '172.17.0.2\tdb' >>/etc/hosts"}`;
      await host().$`docker kill db`;
      expect(await hosts("client")).toBe(before);
      await host().$`docker exec client sh -c ${`printf '%s' '${before.replace("172.17.0.2\tdb\n", "")}' >/etc/hosts`}`;
      await host().$`docker run -d --name other base sleep 600`;
      await host().$`docker start db`;
      expect(await hosts("client")).toEndWith("172.17.0.4\tdb\n");
      await host().$`docker rm -f client db other`;
    });
  });

  describe("with --icc=false,", () => {
    const link = (client: string, server: string, port: number, protocol = "tcp") =>
      `-A FORWARD -s ${server}/32 -d ${client}/32 -p ${protocol} -m ${protocol} --sport ${port} -j ACCEPT\n` +
      `-A FORWARD -s ${client}/32 -d ${server}/32 -p ${protocol} -m ${protocol} --dport ${port} -j ACCEPT\n`;
    const DROP = "-A FORWARD -i docker0 -o docker0 -j DROP\n";
    const rules = async () => (await host().$`iptables -S`).stdout;

    test("the one rule is DROP, under policy ACCEPT", async () => {
      await host().$`sh -c ${`echo 'DOCKER_OPTS="--icc=false"' >>/etc/default/docker`}`;
      await host().$`service docker restart`;
      expect(await rules()).toBe(FILTER + DROP);
    });

    test("containers don't reach one another, though the host's bridge address answers", async () => {
      await host().$`docker run -d --name db --expose 80 --expose 53/udp base sleep 600`;
      await host().$`docker run -d --name other base sleep 600`;
      expect((await host().$`docker exec other ping -c 1 -W 0.3 172.17.0.2`).status).toBe(1);
      expect((await host().$`docker exec other ping -c 1 -W 5 172.17.42.1`).status).toBe(0);
    });

    test("a link opens the exposed ports, spt before dpt, the latest on top", async () => {
      await host().$`docker run -d --name client --link db base sleep 600`;
      expect(await rules()).toBe(
        FILTER + link("172.17.0.4", "172.17.0.2", 53, "udp") + link("172.17.0.4", "172.17.0.2", 80) + DROP,
      );
    });

    test("its rules go with the client", async () => {
      await host().$`docker kill client`;
      expect(await rules()).toBe(FILTER + DROP);
    });

    test("its rules come back with the client, go with the server, and come again at the server's new address", async () => {
      await host().$`docker start client`;
      expect(await rules()).toContain(link("172.17.0.4", "172.17.0.2", 80));
      await host().$`docker kill db`;
      expect(await rules()).toBe(FILTER + DROP);
      await host().$`docker run -d --name third base sleep 600`;
      await host().$`docker start db`;
      expect(await rules()).toBe(
        FILTER + link("172.17.0.4", "172.17.0.5", 53, "udp") + link("172.17.0.4", "172.17.0.5", 80) + DROP,
      );
    });

    test("a link that is removed takes its own rules with it, and no other's, and does not come back", async () => {
      await host().$`docker run -d --name both --link db --link third base sleep 600`;
      const before = await rules();
      expect((await host().$`docker rm --link both/third`).stdout).toBe("both/third\n");
      expect(await rules()).toBe(before.replace(link("172.17.0.6", "172.17.0.2", 80), ""));
      expect((await host().$`docker exec both cat /etc/hosts`).stdout).not.toContain("third");
      await host().$`docker restart -t 0 both`;
      expect((await host().$`docker exec both cat /etc/hosts`).stdout).toMatch(/\tdb .*\n$/);
      await host().$`docker rm -f both`;
    });

    test("stopping docker leaves no rule of a link", async () => {
      await host().$`service docker stop`;
      expect(await rules()).toBe(FILTER + DROP);
    });
  });
});
