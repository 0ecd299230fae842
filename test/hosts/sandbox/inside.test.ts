/**
 * What a sandbox promises to whoever is in it, and to the machine around it.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";

import { readableProject } from "../../support/project.ts";
import { TestHost } from "../../support/host/test-host.ts";
import { everyUser } from "../../support/machine/users.ts";

/** A process in a network of its own, with a cable to the bridge of the sandbox; $pid */
const CONTAINER = `
  mkdir -p /var/run/netns
  unshare --net sleep 60 & pid=$!
  until [ "$(readlink /proc/$pid/ns/net)" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.01; done
  ln -s /proc/$pid/ns/net /var/run/netns/$pid
  trap 'kill $pid; rm /var/run/netns/$pid' EXIT
`;

/** Each is a shell script that succeeds inside */
const PROMISES: Readonly<Record<string, string>> = {
  "core_pattern is not to be written": "! sh -c ': >>/proc/sys/kernel/core_pattern'",
  "sysrq-trigger is not to be written": "! sh -c ': >>/proc/sysrq-trigger'",
  "the settings of the network are": "echo 1 >/proc/sys/net/ipv4/ip_forward && echo 0 >/proc/sys/net/ipv4/ip_forward",
  "/sys is read-only": `awk '$2 == "/sys" { print $4 }' /proc/mounts | grep -q '^ro,'`,
  "a bridge's own files in /sys are not":
    "ip link add files type bridge && echo 1 >/sys/class/net/files/bridge/stp_state && ip link del files",
  "root may give up its power and write to /dev/null": "setpriv --bounding-set=-all sh -c 'echo x >/dev/null'",
  "everybody may write to /tmp": "test $(stat -c %a /tmp) = 1777",
  "/dev is nobody else's to write to": "test $(stat -c %a /dev) = 755",
  "terminals can be opened": "script --quiet --return --command 'test -t 0' /dev/null",
  "standard streams have names": "echo x | cat /dev/stdin >/dev/null && test -e /dev/fd/0",
  "there is shared memory": "echo x >/dev/shm/x && rm /dev/shm/x",
  "/run is its own": 'test "$(ls /run | sort | xargs)" = "docker.sock lock wirework-host"',
  "/root is its own, and empty": 'test -z "$(ls -A /root)" && touch /root/x && rm /root/x',
  "Docker's options start empty": "test -f /etc/default/docker && ! test -s /etc/default/docker",
  "files of /etc can be changed":
    "echo 'nameserver 192.0.2.1' >>/etc/resolv.conf && echo x >>/etc/default/docker && : >/etc/default/docker",
  "its name is its own": "test $(hostname) = sandbox && hostname other && hostname sandbox",
  "lo is up, and answers": "ping -c 1 -W 1 127.0.0.1",
  "nothing but lo is there, and Docker's bridge": "test \"$(ip -brief link | cut -d' ' -f1 | xargs)\" = 'lo docker0'",
  "its processes are its own": "test $(ls -d /proc/[0-9]* | wc -l) -lt 12",
  "bridges pass their packets through iptables": "test $(cat /proc/sys/net/bridge/bridge-nf-call-iptables) = 1",
  "a network can be entered by name, also from one that was": `${CONTAINER}
    ip netns exec $pid ip link set lo up && ip netns exec $pid sh -c "ip netns exec $pid ping -c 1 -W 1 127.0.0.1"`,
  "/sys shows the network that was entered": `${CONTAINER} test "$(ip netns exec $pid ls /sys/class/net)" = lo`,
  "a mount namespace of its own, and a name in it": "unshare --mount --net ip netns list",
  "packets cross a bridge, and a rule stops them": `${CONTAINER}
    ip link add outside type veth peer name inside netns $pid && ip link set outside up
    ip address add 192.0.2.1/24 dev outside
    ip netns exec $pid ip address add 192.0.2.2/24 dev inside && ip netns exec $pid ip link set inside up
    ping -c 1 -W 2 192.0.2.2 || exit
    iptables -A OUTPUT -d 192.0.2.2 -j DROP
    ! ping -c 1 -W 1 192.0.2.2`,
  "addresses can be translated":
    "iptables -t nat -A POSTROUTING -s 192.0.2.0/24 -j MASQUERADE && iptables -t nat -D POSTROUTING -s 192.0.2.0/24 -j MASQUERADE",
  "a container can have namespaces of its own":
    "unshare --net --mount --pid --fork --ipc --uts --mount-proc --kill-child sh -c 'hostname c && mount --bind /etc/default/docker /etc/hosts && test ! -s /etc/hosts'",
  "a container can lay its own files over":
    "unshare --mount sh -c 'mkdir -p /run/u /run/w && mount -t overlay overlay -o lowerdir=/usr,upperdir=/run/u,workdir=/run/w,userxattr /usr'; rm -rf /run/u /run/w",
  "links that dangle can be found":
    "mkdir -p /var/run/netns && ln -s /proc/0/ns/net /var/run/netns/0 && find -L /var/run/netns -type l -delete && test ! -L /var/run/netns/0",
  "the machine is out of reach by way of the holder":
    'test "$(readlink /proc/1/cwd)" = / && test "$(readlink /proc/1/root)" = / && test "$(ls /proc/1/cwd/run)" = "$(ls /run)"',
  "the old root is not mounted any more": "! grep -q ' /mnt ' /proc/mounts",
};

describe.each(everyUser)("in a sandbox of $name", (user) => {
  let sandbox: TestHost;
  beforeAll(async () => {
    sandbox = await TestHost.open(user, "sandbox");
  });
  afterAll(() => sandbox[Symbol.asyncDispose]());

  test.each(Object.entries(PROMISES))("%s", async (_promise, script) => {
    const { status, stderr } = await sandbox.program`sh -c ${script}`;
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("the project and Bun are there at their own paths, to be read only", async () => {
    const project = readableProject();
    const script = `test -r ${project}/lib/mod.ts && "${process.execPath}" --version && ! touch ${project}/lib/mod.ts "${process.execPath}"`;
    expect((await sandbox.program`sh -c ${script}`).status).toBe(0);
  });

  test("no file that we hold open is passed on to it", async () => {
    const { stdout } = await sandbox.program`ls /proc/self/fd`;
    // 3 is the folder itself, as ls reads it
    expect(stdout.trim().split("\n")).toEqual(["0", "1", "2", "3"]);
  });

  test("/tmp is its own, both ways", async () => {
    const folder = mkdtempSync("/tmp/wirework-outside-");
    try {
      expect((await sandbox.program`test -e ${folder}`).status).toBe(1);
      await sandbox.program`touch /tmp/wirework-inside`;
      expect(await Bun.file("/tmp/wirework-inside").exists()).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("its users are nobody to the machine", async () => {
    const { stdout } = await sandbox.program`cat /proc/self/uid_map`;
    const [inside, outside, count] = stdout.trim().split(/\s+/).map(Number);
    const own = { root: [0, 2_000_000_000, 65_536], nobody: [0, 65_534, 1], self: [0, process.geteuid?.(), 1] }[
      user.name
    ];
    expect([inside, outside, count]).toEqual(own as number[]);
  });

  if (user.name === "root") {
    test("root has second users", async () => {
      const script = "id -u; echo x >/dev/null && touch /tmp/of-33 && stat -c %u /tmp/of-33";
      const { stdout } = await sandbox.program`setpriv --reuid=33 --regid=33 --clear-groups sh -c ${script}`;
      expect(stdout).toBe("33\n33\n");
    });
  }
});

/** What somebody tries to destroy in a sandbox. Of `/etc` he has a copy; what is real root's, even its root may not */
const DESTROYED = ["/usr/bin", "/usr/sbin", "/etc", "/var/log", "/srv", "/root"];

describe.each(everyUser)("what $name destroys in a sandbox", (user) => {
  test("is whole on the machine", async () => {
    const project = readableProject();
    const before = listing(project);
    await using sandbox = await TestHost.open(user, "sandbox");
    const { stderr } = await sandbox.program`rm -rf ${DESTROYED} ${project}/lib`;
    expect(stderr.includes(`cannot remove '${project}/lib/mod.ts': Read-only file system`)).toBe(true);
    expect((await sandbox.program`test -e /etc/passwd`).status).toBe(1);
    expect([...before.difference(listing(project))]).toEqual([]);
  });
});

/** Where others may write meanwhile */
const WRITTEN = ["(", "-type", "d", "-o", "-path", "/var/log/*", "-o", "-path", "/root/*", ")"];

/** Names, numbers, owners and modes of what is to be destroyed; of what nobody else writes, sizes and times, too */
function listing(project: string): ReadonlySet<string> {
  const always = ["-maxdepth", "2", "-printf", "%p %i %u %m\\n"];
  const unwritten = ["!", ...WRITTEN, "-printf", "%p %s %T@\\n"];
  const { stdout } = Bun.spawnSync(["find", ...DESTROYED, `${project}/lib`, ...always, ...unwritten]);
  return new Set(`${stdout}`.split("\n"));
}
