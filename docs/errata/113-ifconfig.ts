#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** The old program is ifconfig: with route it does what the article's lines with ip do. */
import { addressBeside, addressOf, gatewayOn, pid, recipe } from "wirework";

export default recipe({
  summary: "The old programs are ifconfig and route",
  options: {
    address: addressBeside("docker0", { default: "172.17.42.99/16", help: "free address, with docker0's netmask" }),
    gateway: gatewayOn("docker0", { default: "172.17.42.1", help: "docker0's own address" }),
  },
  permissions: { run: ["docker", "ip", "brctl", "ifconfig", "route", "mkdir", "ln", "ls", "ping"] },

  async run({ $, step, check }, { address, gateway }) {
    step("A cable from docker0 into a container");
    const shell = await $.terminal("63f36fc01b5f")`sudo docker run -i -t --rm --net=none base /bin/bash`;
    const id = await $.let("pid", pid("2778"))`sudo docker inspect -f '{{.State.Pid}}' ${shell}`;
    await $`sudo mkdir -p /var/run/netns`;
    await $`sudo ln -s /proc/${id}/ns/net /var/run/netns/${id}`;
    await $`sudo ip link add A type veth peer name B`;
    await $`sudo brctl addif docker0 A`;
    await $`sudo ip link set A up`;
    await $`sudo ip link set B netns ${id}`;

    step("Configured by the old programs");
    await $.told`sudo ip netns exec ${id} ifconfig B ${addressOf(address)} netmask 255.255.0.0 up`;
    await $.told`sudo ip netns exec ${id} route add default gw ${gateway}`;
    await check(113, "it has its address").shows($`sudo ip netns exec ${id} ip addr show B`, `inet ${address}`);
    await check(113, "and reaches the host").ping(shell, gateway);
    await check(113, "there is no ipconfig").hides($`ls /sbin /usr/sbin`, "ipconfig");
  },
});
