#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** A container's network by hand, as Docker makes it. Article: "How Docker networks a container". */
import {
  addressBeside,
  addressOf,
  containerId,
  gatewayInside,
  gatewayOn,
  host,
  ifName,
  image,
  isAddressOn,
  isBeside,
  isBridge,
  isLeftOn,
  pid,
  recipe,
} from "wirework";

export default recipe({
  summary: "Wire a --net=none container to docker0 by hand, as Docker would",
  article: "How Docker networks a container",
  builds: ["[container] eth0 172.17.42.99/16 ========= A docker0 172.17.42.1/16 [host]"],
  options: {
    bridge: ifName({ default: "docker0", help: "bridge to bind the container to" }),
    address: addressBeside("bridge", { default: "172.17.42.99/16", help: "free address, with the bridge's netmask" }),
    gateway: gatewayOn("bridge", { default: "172.17.42.1", help: "the bridge's own address" }),
    image: image(),
  },
  rules: [gatewayInside("gateway", "address")],
  preflight: [
    isBridge("bridge"),
    isAddressOn("gateway", "bridge"),
    isBeside("address", "bridge"),
    isLeftOn("address", 1, "bridge"),
  ],
  permissions: { run: ["docker", "ip", "brctl", "mkdir", "ln", "ls", "find", "ping"] },

  async run({ $, step, check }, { bridge, address, gateway, image }) {
    step("At one shell, start a container and", "leave its shell idle and running");
    const shell = await $.terminal("63f36fc01b5f")`sudo docker run -i -t --rm --net=none ${image} /bin/bash`;

    step(
      "At another shell, learn the container process ID",
      "and create its namespace entry in /var/run/netns/",
      'for the "ip netns" command we will be using below',
    );
    const id = await $.let("pid", pid("2778"))`sudo docker inspect -f '{{.State.Pid}}' ${shell}`;
    await check(109, "ip netns does not know it yet").hides($`sudo ip netns list`, id);
    await $`sudo mkdir -p /var/run/netns`;
    await $`sudo ln -s /proc/${id}/ns/net /var/run/netns/${id}`;
    await check(109, "with its entry it does").shows($`sudo ip netns list`, id);
    await check(107, "only lo is there, and it is up").lists(
      $`sudo ip netns exec ${id} ip -br addr`,
      "lo UNKNOWN 127.0.0.1/8",
    );
    await check(93, "the container's own loopback answers").ping(shell, "127.0.0.1");

    step("Check the bridge's IP address and netmask");
    await $`ip addr show ${bridge}`;

    step('Create a pair of "peer" interfaces A and B,', "bind the A end to the bridge, and bring it up");
    await $`sudo ip link add A type veth peer name B`;
    await $`sudo brctl addif ${bridge} A`;
    await $`sudo ip link set A up`;

    step("Place B inside the container's network namespace,", "rename to eth0, and activate it with a free IP");
    await $`sudo ip link set B netns ${id}`;
    await $`sudo ip netns exec ${id} ip link set dev B name eth0`;
    await $`sudo ip netns exec ${id} ip link set eth0 up`;
    await $`sudo ip netns exec ${id} ip addr add ${address} dev eth0`;
    await $`sudo ip netns exec ${id} ip route add default via ${gateway}`;
    await check(108, "it has its address").shows($`sudo ip netns exec ${id} ip addr show eth0`, `inet ${address}`);
    await check(96, "and its default route").shows(
      $`sudo ip netns exec ${id} ip route`,
      `default via ${gateway} dev eth0`,
    );
    await check(110, "the container reaches its gateway").ping(shell, gateway);
    await check(110, "the host reaches the container").ping(host, addressOf(address));

    step("An ordinary container beside it, with a namespace entry too");
    const other = await $.told.as("other", containerId("4c01db0b339c"))`sudo docker run -d ${image} sleep 600`;
    const pid2 = await $.told.as("pid2", pid("3115"))`sudo docker inspect -f '{{.State.Pid}}' ${other}`;
    await $.told`sudo ln -s /proc/${pid2}/ns/net /var/run/netns/${pid2}`;
    await check(97, "the ordinary container reaches it").ping(other, addressOf(address));

    step("Exit the shell: eth0 and A are destroyed with the namespace");
    await shell.told.exit();
    await check(111, "A has left the bridge, with no command typed").hides($`sudo brctl show ${bridge}`, "A");

    step("Clean up dangling symlinks in /var/run/netns");
    await $`find -L /var/run/netns -type l -delete`;
    await check(112, "the dangling link is gone").hides($`ls /var/run/netns`, id);
    await check(112, "a living container's stays").shows($`ls /var/run/netns`, pid2);
  },
});
