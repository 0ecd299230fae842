#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** docker0's address is the first of a list that clashes with nothing. */
import { recipe } from "wirework";

export default recipe({
  summary: "docker0 gets the first free address of a fixed list",
  options: {},
  permissions: { run: ["service", "ip", "brctl"] },

  async run({ $: { told: $ }, step, check }) {
    const docker0 = $`ip addr show docker0`;

    step("Made again, docker0 has the same address again");
    await check(2, "the first of the list").shows(docker0, "inet 172.17.42.1/16");
    await $`sudo service docker stop`;
    await $`sudo ip link del docker0`;
    await $`sudo service docker start`;
    await check(2, "and a second time").shows(docker0, "inet 172.17.42.1/16");

    step("With that range in use, it has the next one");
    await $`sudo service docker stop`;
    await $`sudo ip link del docker0`;
    await $`sudo brctl addbr bridge0`;
    await $`sudo ip addr add 172.17.0.1/16 dev bridge0`;
    await $`sudo ip link set bridge0 up`;
    await $`sudo service docker start`;
    await check(2, "the second of the list").shows(docker0, "inet 10.0.42.1/16");
  },
});
