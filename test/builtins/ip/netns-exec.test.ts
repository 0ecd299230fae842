/** `ip netns exec` of ours, where iproute2 is not installed, runs programs as iproute2's own does. */
import { beforeAll, expect, test } from "bun:test";

import { readableProject } from "../../support/project.ts";
import { describeInSandbox } from "../../support/test-host.ts";
import { KEPT_IP, takeAwayIproute2 } from "../../support/without-iproute2.ts";

/** What it starts the program by */
const EXEC = `${readableProject()}/lib/builtins/ip/netns/exec.sh`;

const SETUP = `
${KEPT_IP} netns add one
${KEPT_IP} -n one link add v0 type veth peer name w0
mkdir -p /etc/netns/one
echo "nameserver 192.0.2.1" >/etc/netns/one/resolv.conf
echo "one" >/etc/netns/one/.of-one
echo "/etc's own" | tee /etc/.of-one >/etc/resolv.conf
touch /run/netns/file /tmp/unrunnable
printf '#!/bin/sh\\necho "$@"' >/tmp/script
printf 'echo without a first line' >/tmp/plain
chmod +x /tmp/script /tmp/plain`;

describeInSandbox((host) => {
  beforeAll(async () => {
    expect(await takeAwayIproute2(host())).toMatchObject({ status: 0, stderr: "" });
    expect(await host().program`sh -ec ${SETUP}`).toMatchObject({ status: 0, stderr: "" });
  });

  test.each([
    ["in the network of that name", ["one", "readlink", "/proc/self/ns/net"]],
    ["with a /sys of that network", ["one", "ls", "/sys/class/net"]],
    ["with files of its own in /etc", ["one", "cat", "/etc/resolv.conf", "/etc/.of-one"]],
    ["with its words as they are", ["one", "/tmp/script", "a b", "", "*", "$HOME", "'"]],
    ["that is a script without a first line", ["one", "/tmp/plain"]],
    ["with its own exit status", ["one", "sh", "-c", "exit 7"]],
    ["that is not there", ["one", "nope"]],
    ["that is not there, by its path", ["one", "/tmp/nope", "x"]],
    ["that may not be run", ["one", "/tmp/unrunnable"]],
    ["in a network that is not there", ["nope", "true"]],
    ["in what is no network", ["file", "true"]],
    ["in what cannot be a name", ["a/b", "true"]],
    ["that is not said", ["one"]],
    ["and a network that are not said", []],
  ])("a program %s", async (_, words) => {
    const real = await host().program`${KEPT_IP} netns exec ${words}`;
    expect(await host().run(["ip", "netns", "exec", ...words])).toEqual(real);
  });

  test("a program finds its environment as it was", async () => {
    const script = "/usr/bin/env name=mine options=o file=f unshare --net --mount sh";
    const show = ["sh", "-c", 'echo "$name $options $file"'];
    const { status, stdout } = await host().run([...script.split(" "), EXEC, "one", ...show]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "mine o f\n" });
  });

  test("nothing that is mounted for a program is seen by others", async () => {
    expect((await host().run(["ip", "netns", "exec", "one", "cat", "/etc/resolv.conf"])).status).toBe(0);
    expect((await host().$`cat /etc/resolv.conf`).stdout).toBe("/etc's own\n");
    expect((await host().$`ls /sys/class/net`).stdout).not.toContain("v0");
  });

  test("a program reads what is typed", async () => {
    expect(await host().run(["ip", "netns", "exec", "one", "cat"], { input: "typed" })).toEqual({
      status: 0,
      stdout: "typed",
      stderr: "",
    });
  });

  test("a line of ip that is not ours names the package that has it", async () => {
    expect(await host().$`ip -o link`).toEqual({
      status: 127,
      stdout: "",
      stderr: `Cannot run "ip -o link": it needs the real ip, which is not installed. Try: sudo apt-get install iproute2\n`,
    });
  });
});
