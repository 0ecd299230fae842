/**
 * Root's sandbox where user namespaces are switched off: its root is real root, and must not reach what is the machine's.
 */
import { afterAll, beforeAll, expect, test } from "bun:test";

import { describeAsRoot, testAsRoot } from "../../support/machine/as-root.ts";
import { TestHost } from "../../support/host/test-host.ts";
import { runOnMachine } from "../machine.ts";

/** Root of the machine, in a user namespace that may have none in it, and where its root is the same root */
const SWITCHED_OFF = [
  "unshare",
  "--user",
  "--map-root-user",
  "sh",
  "-c",
  'echo 0 >/proc/sys/user/max_user_namespaces && exec "$@"',
  "sh",
];

const RECIPES = [
  "point-to-point",
  "net-none-manual",
  "custom-bridge",
  "link-icc-false",
  "net-host",
  "net-container",
  "privileged",
];

testAsRoot.each(RECIPES)("%s runs for root where user namespaces are switched off", async (recipe) => {
  expect(await runOnMachine("", SWITCHED_OFF, ["run", recipe, "--quiet"])).toEqual({
    status: 0,
    stdout: "",
    stderr: "",
  });
});

/** Shell scripts that succeed inside */
const PROMISES: Readonly<Record<string, string>> = {
  "core_pattern is not to be written": "! sh -c ': >>/proc/sys/kernel/core_pattern'",
  "nor by a container": "docker run --rm base true && ! docker run --rm base sh -c ': >>/proc/sys/kernel/core_pattern'",
  "nor by a privileged one":
    "docker run --rm --privileged base true && ! docker run --rm --privileged base sh -c ': >>/proc/sys/kernel/core_pattern'",
  "nor may that set the clock, load a module or restart the machine":
    "docker run --rm --privileged base setpriv --dump | grep bounding | grep -vqE 'sys_(time|module|boot)'",
  "but it may configure its network":
    "docker run --rm --privileged base sh -c 'ip link set eth0 down && echo 1 >/proc/sys/net/ipv4/ip_forward'",
  "sysrq-trigger is not to be written": "! sh -c ': >>/proc/sysrq-trigger'",
  "/sys is read-only": `awk '$2 == "/sys" { print $4 }' /proc/mounts | grep -q '^ro,'`,
  "the settings of the network can be changed": "echo 1 >/proc/sys/net/ipv4/ip_forward",
  "the bridges' own files as well": "echo 1 >/sys/class/net/docker0/bridge/stp_state",
  "programs can be removed":
    "test $(stat -f -c %T /usr) = overlayfs && rm /usr/bin/env && echo x >/usr/bin/wirework-test",
  "files can be changed": "test $(stat -f -c %T /etc) = tmpfs && : >/etc/passwd",
};

describeAsRoot("the sandbox of real root", () => {
  let sandbox: TestHost;
  beforeAll(async () => {
    sandbox = await TestHost.open({ name: "root", prefix: SWITCHED_OFF }, "sandbox");
  });
  afterAll(() => sandbox[Symbol.asyncDispose]());

  test("is in no user namespace of its own", () => {
    expect(sandbox.entered([])).toContain("nsenter");
    expect(sandbox.entered([]).slice(SWITCHED_OFF.length)).not.toContain("--user");
  });

  test.each(Object.entries(PROMISES))("%s", async (_promise, script) => {
    const { status, stderr } = await sandbox.$`sh -c ${script}`;
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("nothing of that is written on the machine", async () => {
    expect(await Bun.file("/usr/bin/wirework-test").exists()).toBe(false);
    expect(await Bun.file("/usr/bin/env").exists()).toBe(true);
    expect(Bun.file("/etc/passwd").size).toBeGreaterThan(0);
  });
});
