#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** A bridge is a switch: what passes between its ports is not forwarded. */
import { containerId, pid, recipe } from "wirework";

export default recipe({
  summary: "On one bridge packets pass without ip_forward, between two they don't",
  options: {},
  permissions: { run: ["docker", "ip", "brctl", "mkdir", "ln", "echo", "ping"] },

  async run({ $: { told: $ }, step, check }) {
    const id = containerId("4c01db0b339c");

    step("Two containers on docker0, and one on another bridge");
    const one = await $.as("one", id)`sudo docker run -d base sleep 600`;
    const two = await $.as("two", id)`sudo docker run -d base sleep 600`;
    const other = await $.as("other", id)`sudo docker run -d --net=none base sleep 600`;
    const process = await $.as("pid", pid("2778"))`sudo docker inspect -f '{{.State.Pid}}' ${other}`;
    await $`sudo mkdir -p /var/run/netns`;
    await $`sudo ln -s /proc/${process}/ns/net /var/run/netns/${process}`;
    await $`sudo brctl addbr bridge0`;
    await $`sudo ip addr add 192.168.5.1/24 dev bridge0`;
    await $`sudo ip link set bridge0 up`;
    await $`sudo ip link add A type veth peer name B`;
    await $`sudo brctl addif bridge0 A`;
    await $`sudo ip link set A up`;
    await $`sudo ip link set B netns ${process}`;
    await $`sudo ip netns exec ${process} ip addr add 192.168.5.2/24 dev B`;
    await $`sudo ip netns exec ${process} ip link set B up`;
    await $`sudo ip netns exec ${process} ip route add default via 192.168.5.1`;

    step("Without forwarding");
    await $.write("/proc/sys/net/ipv4/ip_forward")`echo 0`;
    await check(44, "on one bridge packets pass").ping(one, two);
    await check(44, "from one bridge to the other they don't").noPing(one, "192.168.5.2");

    step("With it");
    await $.write("/proc/sys/net/ipv4/ip_forward")`echo 1`;
    await check(44, "from one bridge to the other they do").ping(one, "192.168.5.2");
  },
});
