#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** The state of an interface is UP only when the flag UP is there. */
import { containerId, recipe } from "wirework";

export default recipe({
  summary: "A bridge in the state UP has the flag UP",
  options: {},
  permissions: { run: ["docker", "service", "ip", "brctl", "echo"] },

  async run({ $: { told: $ }, step, check }) {
    const bridge0 = $`ip link show bridge0`;

    step("The sample's flags are those of a bridge that is down");
    await $`sudo brctl addbr bridge0`;
    await $`sudo ip addr add 192.168.5.1/24 dev bridge0`;
    await check(86, "no flag UP, and DOWN").shows(bridge0, "<BROADCAST,MULTICAST> mtu 1500 qdisc noop state DOWN");

    step("The sample's state is that of a bridge that is up, with a container on it");
    await $`sudo ip link set dev bridge0 up`;
    await $.append("/etc/default/docker")`echo 'DOCKER_OPTS="-b=bridge0"'`;
    await $`sudo service docker restart`;
    await $.as("one", containerId("4c01db0b339c"))`sudo docker run -d base sleep 600`;
    await check(86, "UP, and the flag UP").shows(
      bridge0,
      "<BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP",
    );
  },
});
