/** `brctl` of ours asks the kernel alone. */
import { beforeAll, expect, test } from "bun:test";

import { describeInSandbox } from "../../support/host/test-host.ts";

/**
 * Takes `ip` and `brctl` away. The folders of programs become folders of links to all that is in them but these: nobody, who is root in a sandbox, can write into
 * neither the machine's folders nor the sandbox's copies of them.
 */
const TAKE_AWAY = `
for folder in /usr/bin /usr/sbin; do
  mkdir -p "/tmp/links$folder" "/tmp/whole$folder"
  mount --bind "$folder" "/tmp/whole$folder"
  ln -s "/tmp/whole$folder"/* "/tmp/links$folder/"
  for program in ip brctl bridge ss; do rm -f "/tmp/links$folder/$program"; done
  mount --bind "/tmp/links$folder" "$folder"
done`;

describeInSandbox((host) => {
  beforeAll(async () => void (await host().program`sh -ec ${TAKE_AWAY}`));

  test("where neither ip nor brctl is installed, and /sys shows nothing, a bridge is made, joined, shown and deleted", async () => {
    expect(await host().$`mount -t tmpfs none /sys`).toMatchObject({ status: 0, stderr: "" });
    const lines = [
      "brctl addbr b0",
      "brctl stp b0 on",
      "ip link add v0 type veth peer name w0",
      "brctl addif b0 v0 w0",
      "brctl show b0",
      "brctl delif b0 v0",
      "brctl show b0",
      "brctl delbr b0",
      "ip link delete v0",
      "brctl show b0",
    ];
    const said = [];
    for (const line of lines) said.push(await host().run(line.split(" ")));
    expect(said.map(({ stderr }) => stderr)).toEqual([...Array(9).fill(""), "bridge b0 does not exist!\n"]);
    expect(said[4]?.stdout).toMatch(/^b0\t\t8000\.[0-9a-f]{12}\tyes\t\tv0\n\t{7}w0$/m);
    expect(said[6]?.stdout).toMatch(/\tw0\n$/);
  });

  test("a command that it has not is refused with the line of iproute2's that does its work", async () => {
    expect(await host().run(["brctl", "showmacs", "b0"])).toMatchObject({
      status: 1,
      stdout: "",
      stderr:
        'Cannot run "brctl showmacs": without bridge-utils, the commands are addbr, delbr, addif, delif, show, and stp. Try: bridge fdb show br b0\n',
    });
  });
});
