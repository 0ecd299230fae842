#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Docker on a bridge that was made by hand. Article: "Building your own bridge". */
import {
  addressOf,
  containerId,
  ifName,
  image,
  interfaceCidr,
  interfaceName,
  isFree,
  isNot,
  isPlainIn,
  recipe,
  roomFor,
} from "wirework";

export default recipe({
  summary: "Put Docker on a bridge of your own",
  article: "Building your own bridge",
  builds: ["[container] eth0 192.168.5.2/24 ========= vethXXXXXX bridge0 192.168.5.1/24 [host]"],
  options: {
    bridge: ifName({ default: "bridge0", help: "name of the bridge" }),
    address: interfaceCidr({ default: "192.168.5.1/24", help: "the bridge's address, and its network" }),
    image: image(),
  },
  rules: [
    isNot("bridge", "docker0", "which the recipe removes"),
    isNot("bridge", "none", "which means no bridge to Docker"),
    isPlainIn("/etc/default/docker", "bridge"),
    roomFor(3, "address"),
  ],
  preflight: [isFree("bridge")],
  permissions: { run: ["docker", "service", "ip", "brctl", "echo", "ls", "ping"] },

  async run({ $, step, check }, { bridge, address, image }) {
    step("Stopping Docker and removing docker0");
    await $`sudo service docker stop`;
    await $`sudo ip link set dev docker0 down`;
    await $`sudo brctl delbr docker0`;
    await check(85, "docker0 is gone").hides($`ip -br link show type bridge`, "docker0");

    step("Create our own bridge");
    await $`sudo brctl addbr ${bridge}`;
    await $`sudo ip addr add ${address} dev ${bridge}`;
    await $`sudo ip link set dev ${bridge} up`;

    step("Confirming that our bridge is up and running");
    await $`ip addr show ${bridge}`;
    await check(86, "its flags include UP, which the article leaves out").shows(
      $`ip addr show ${bridge}`,
      `${bridge}: <BROADCAST,MULTICAST,UP`,
      `inet ${address} scope global ${bridge}`,
    );

    step("Tell Docker about it and restart (on Ubuntu)");
    await $.append("/etc/default/docker")`echo 'DOCKER_OPTS="-b=${bridge}"'`;
    await $`sudo service docker start`;
    await check(87, "Docker has started").shows($`sudo service docker status`, "running");

    step("A new container gets an address in our range");
    const one = await $.told.terminal("9cb3b1b0bd1a")`sudo docker run -i -t --rm ${image} /bin/bash`;
    await one.type`ip addr show eth0`;
    await one.type`ip route`;
    const veth = await $.told.as("veth", interfaceName("vethAQI2QT"))`ls /sys/class/net/${bridge}/brif`;
    const gateway = addressOf(address);
    await check(88, "the address is in our range").showsHostOf(
      $`sudo docker exec ${one} ip -br addr show eth0`,
      address,
    );
    await check(90, "the bridge is its gateway").shows(
      $`sudo docker exec ${one} ip route`,
      `default via ${gateway} dev eth0`,
    );
    await check(89, "the bridge lists its interface").shows($`sudo brctl show ${bridge}`, veth);
    await check(84, "and docker0 has no interface").hides($`ip link show type veth`, "docker0");
    await check(73, "it reaches the host").ping(one, gateway);

    step("A second one");
    const two = await $.told.terminal("3f2cd3a4e05b")`sudo docker run -i -t --rm ${image} /bin/bash`;
    await check(4, "the two reach each other").ping(one, two);
    await check(4, "and the other way round").ping(two, one);

    step("The first one stops");
    await one.exit();
    await check(89, "the bridge no longer lists its interface").hides($`sudo brctl show ${bridge}`, veth);

    step("With --bridge=none Docker uses no bridge");
    await $.told.write("/etc/default/docker")`echo 'DOCKER_OPTS="--bridge=none"'`;
    await $.told`sudo service docker restart`;
    const alone = await $.told.as("alone", containerId("4c01db0b339c"))`sudo docker run -d ${image} sleep 600`;
    await check(84, "it does not create docker0 either").hides($`ip -br link show type bridge`, "docker0");
    await check(84, "and a container has only lo").lists($`sudo docker exec ${alone} ip -br link`, "lo ");

    step("Without an option for bridges, Docker creates docker0 again");
    await $.told.write("/etc/default/docker")`echo`;
    await $.told`sudo service docker restart`;
    await check(1, "starting Docker creates docker0").shows($`ip -br link show type bridge`, "docker0");
  },
});
