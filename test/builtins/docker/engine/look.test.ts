import { describe, expect, test } from "bun:test";

import { describeInSandbox, type TestHost } from "../../../support/host/test-host.ts";

describeInSandbox((host) => {
  describe("docker ps and inspect", () => {
    test("show each container as it is", async () => {
      await host().$`docker run -d --name web --expose 80 base sleep 600`;
      await host().$`docker run --name done base sh -c ${"exit 4"}`;
      const { stdout } = await host().$`docker ps`;
      const [headings, line, ...others] = stdout.trimEnd().split("\n");
      expect(headings).toMatch(/^CONTAINER ID {3}IMAGE {5}COMMAND {7}CREATED {8,18}STATUS {8,18}PORTS {5}NAMES$/);
      expect(line).toMatch(/^[0-9a-f]{12} {3}base {6}"sleep 600" .* ago {3}Up .* {3}80\/tcp {4}web$/);
      expect(others).toEqual([]);
      const all = (await host().$`docker ps -a`).stdout;
      expect(all).toMatch(/Exited \(4\) .* done\n/);
      expect((await host().$`docker ps -a -q`).stdout).toMatch(/^[0-9a-f]{12}\n[0-9a-f]{12}\n$/);
    });

    test.each([
      ["{{.State.Running}} {{.State.Status}}", "true running\n"],
      ["{{.Name}} {{.Config.Image}} {{json .Config.Cmd}}", '/web base ["sleep","600"]\n'],
      ["{{.NetworkSettings.IPAddress}}/{{.NetworkSettings.IPPrefixLen}}", "172.17.0.2/16\n"],
      ["{{.NetworkSettings.Gateway}} {{.NetworkSettings.Bridge}}", "172.17.42.1 docker0\n"],
      ["{{range $port, $_ := .NetworkSettings.Ports}}{{$port}}{{end}}", "80/tcp\n"],
    ])("inspect -f %j prints %j", async (template, stdout) => {
      expect(await host().run(["docker", "inspect", "-f", template, "web"])).toEqual({ status: 0, stdout, stderr: "" });
    });

    test("inspect prints documents, of those that are there", async () => {
      const said = await host().$`docker inspect web nosuch done`;
      expect(said).toMatchObject({ status: 1, stderr: "Error: No such object: nosuch\n" });
      expect(JSON.parse(said.stdout)).toMatchObject([{ Name: "/web" }, { Name: "/done" }]);
    });

    test("inspect ends with 64 for a template that it can't read, and with 1 for one that fails", async () => {
      expect(await host().$`docker inspect -f ${"{{"} web`).toEqual({
        status: 64,
        stdout: "",
        stderr: "template parsing error: template: :1: unclosed action\n",
      });
      expect(await host().$`docker inspect -f ${"{{.Nope}}"} web`).toEqual({
        status: 1,
        stdout: "\n",
        stderr: 'template parsing error: template: :1:2: executing "" at <.Nope>: map has no entry for key "Nope"\n',
      });
    });

    test("a container is known by its name, its id, and what its id begins with", async () => {
      const id = (await host().$`docker ps -q --no-trunc`).stdout.trim();
      for (const reference of ["web", "/web", id, id.slice(0, 12), id.slice(0, 5)]) {
        expect((await host().$`docker inspect -f ${"{{.Id}}"} ${reference}`).stdout).toBe(`${id}\n`);
      }
      await host().$`docker rm -f web done`;
    });
  });

  describe("docker logs", () => {
    test("prints output to the output and errors to the errors, and with a terminal all to the output", async () => {
      const script = "echo out; echo err >&2";
      await host().$`docker run --name pipes base sh -c ${script}`;
      await host().$`docker run -t --name tty base sh -c ${script}`;
      expect(await host().$`docker logs pipes`).toEqual({ status: 0, stdout: "out\n", stderr: "err\n" });
      expect(await host().$`docker logs tty`).toEqual({ status: 0, stdout: "out\r\nerr\r\n", stderr: "" });
    });

    test("follows with -f, from the beginning to the end", async () => {
      await host().$`docker run -d -i --name lines base sh -c ${"echo one; read -r word; echo two"}`;
      await until(host(), "lines", "one\n");
      const following = host().$`docker logs -f lines`;
      const pid = (await host().$`docker inspect -f ${"{{.State.Pid}}"} lines`).stdout.trim();
      await host().$`sh -c ${`echo >/proc/${pid}/fd/0`}`;
      expect((await following).stdout).toBe("one\ntwo\n");
      await host().$`docker rm pipes tty lines`;
    });
  });
});

/** Waits until a container has printed that much */
async function until(host: TestHost, name: string, printed: string): Promise<void> {
  while ((await host.$`docker logs ${name}`).stdout !== printed) await Bun.sleep(2);
}
