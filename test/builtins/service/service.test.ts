import { describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../support/test-host.ts";

const UNREACHABLE =
  "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n";

describeInSandbox((host) => {
  const rules = async () => [await host().$`iptables -S`, await host().$`iptables -t nat -S`];

  describe("service docker", () => {
    test("status is 0 while it runs, 3 when it does not", async () => {
      expect(await host().program`service docker status`).toMatchObject({
        status: 0,
        stdout: " * Docker is running\n",
      });
      await host().$`service docker stop`;
      expect(await host().program`service docker status`).toMatchObject({
        status: 3,
        stdout: " * Docker is not running\n",
      });
      await host().$`service docker start`;
    });

    test("stop ends every container; docker0 and the rules stay, and docker can't reach the daemon", async () => {
      await host().$`docker run -d --name web base sleep 600`;
      await host().$`docker run -d --name last --rm base sleep 600`;
      const before = await rules();
      expect(await host().program`service docker stop`).toMatchObject({ status: 0, stderr: "" });
      expect((await host().$`ps -e -o args=`).stdout).not.toContain("sleep 600");
      expect((await host().$`ip -o link show type veth`).stdout).toBe("");
      expect((await host().$`ip -br -4 addr show docker0`).stdout).toContain("172.17.42.1/16");
      expect(await rules()).toEqual(before);
      for (const line of ["ps", "rm web", "exec web true", "logs web", "kill web"]) {
        expect(await host().run(["docker", ...line.split(" ")])).toEqual({
          status: 1,
          stdout: "",
          stderr: UNREACHABLE,
        });
      }
      expect(await host().$`docker run base true`).toEqual({
        status: 125,
        stdout: "",
        stderr: `docker: ${UNREACHABLE.trimEnd()}.\nSee 'docker run --help'.\n`,
      });
      expect(await host().$`docker version`).toMatchObject({ status: 1, stderr: UNREACHABLE });
      expect(await host().$`docker info`).toMatchObject({ status: 1, stderr: "errors pretty printing info\n" });
      expect(await host().$`docker inspect web`).toEqual({ status: 1, stdout: "[]\n", stderr: UNREACHABLE });
      const start = `${UNREACHABLE}Error: failed to start containers: web\n`;
      expect(await host().$`docker start web`).toEqual({ status: 1, stdout: "", stderr: start });
    });

    test("start works again, adds no rule twice, and knows the stopped containers", async () => {
      const before = await rules();
      expect(await host().program`service docker start`).toMatchObject({ status: 0, stderr: "" });
      expect(await rules()).toEqual(before);
      expect((await host().$`docker ps -a`).stdout).toMatch(/Exited \(137\) .* web\n$/);
      expect((await host().$`docker start web`).stdout).toBe("web\n");
    });

    test("start leaves what runs alone, and restart does not", async () => {
      await host().$`service docker start`;
      expect((await host().$`docker ps -q`).stdout).not.toBe("");
      await host().$`service docker restart`;
      expect((await host().$`docker ps -q`).stdout).toBe("");
      await host().$`docker rm web`;
    });

    test("stop and start are content to be said twice", async () => {
      for (const action of ["stop", "stop", "start", "start", "restart"]) {
        expect((await host().$`service docker ${action}`).status).toBe(0);
      }
    });

    test("restart leaves rules and interfaces that somebody else made", async () => {
      await host().$`iptables -I FORWARD -s 10.9.9.9 -j DROP`;
      await host().$`ip link add mine type veth peer name yours`;
      const before = await rules();
      await host().$`service docker restart`;
      expect(await rules()).toEqual(before);
      expect((await host().$`ip link show mine`).status).toBe(0);
      await host().$`iptables -D FORWARD -s 10.9.9.9 -j DROP`;
      await host().$`ip link del mine`;
    });

    test.each([
      [[], "Usage: service docker {start|stop|restart|status}\n"],
      [["docker"], "Usage: service docker {start|stop|restart|status}\n"],
      [["docker", "reload"], "Usage: service docker {start|stop|restart|status}\n"],
      [["nginx", "start"], "nginx: unrecognized service\n"],
    ])("service %j ends with 1 and says how", async (args, stderr) => {
      expect(await host().run(["service", ...args])).toEqual({ status: 1, stdout: "", stderr });
    });
  });

  test("docker0 takes the next of Docker's ranges where the first is in use", async () => {
    await host().$`service docker stop`;
    await host().$`ip link set docker0 down`;
    await host().$`ip link del docker0`;
    await host().$`ip link add used type bridge`;
    await host().$`ip addr add 172.17.3.3/24 dev used`;
    await host().$`ip link set used up`;
    await host().$`service docker start`;
    expect((await host().$`ip -br -4 addr show docker0`).stdout).toContain(" 10.0.42.1/16 ");
  });
});
