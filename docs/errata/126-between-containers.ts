#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** --icc is about containers; what hosts send to each other is none of its business. */
import { containerId, host, recipe } from "wirework";

export default recipe({
  summary: "--icc=false limits traffic between containers, and none between hosts",
  options: {},
  permissions: { run: ["docker", "service", "ip", "echo", "ping"], modules: ["br_netfilter"] },

  async run({ $: { told: $ }, step, check }) {
    const id = containerId("4c01db0b339c");

    step("Another host, on a cable");
    await $`sudo ip netns add neighbour`;
    await $`sudo ip link add A type veth peer name B`;
    await $`sudo ip link set B netns neighbour`;
    await $`sudo ip addr add 192.168.5.1/24 dev A`;
    await $`sudo ip link set A up`;
    await $`sudo ip netns exec neighbour ip addr add 192.168.5.2/24 dev B`;
    await $`sudo ip netns exec neighbour ip link set B up`;

    step("--icc=false here, and two containers");
    await $.append("/etc/default/docker")`echo 'DOCKER_OPTS="--icc=false"'`;
    await $`sudo service docker restart`;
    const one = await $.as("one", id)`sudo docker run -d base sleep 600`;
    const two = await $.as("two", id)`sudo docker run -d base sleep 600`;
    await check(126, "one container doesn't reach the other").noPing(one, two);
    await check(126, "one host reaches the other").ping(host, "192.168.5.2");
  },
});
