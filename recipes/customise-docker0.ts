#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Address and MTU of docker0, as its containers see them. Article: "Customizing docker0". */
import {
  addressOf,
  containerId,
  host,
  ifName,
  image,
  gatewayInside,
  interfaceCidr,
  interfaceName,
  ipv4,
  isApartFromOutside,
  isAtLeast,
  isFree,
  isLeftIn,
  isNewOn,
  mtu,
  outsideNetwork,
  prefixOf,
  recipe,
  roomFor,
} from "wirework";

/** Length of the IPv4 and ICMP headers of a ping */
const HEADERS = 28;

export default recipe({
  summary: "Give docker0 an address and an MTU, and see what containers get from it",
  article: "Customizing docker0",
  builds: [
    "[container] eth0 192.168.1.2/24 ========= vethXXXXXX docker0 192.168.1.5/24 [host]",
    "[outside] eth0 192.168.1.200/24 =============== eth0 docker0",
  ],
  options: {
    bip: interfaceCidr({ default: "192.168.1.5/24", help: "docker0's address, and its network" }),
    mtu: mtu({ default: "1400", help: "largest packet in containers" }),
    neighbour: ipv4({ default: "192.168.1.200", help: "address of a neighbour outside" }),
    uplink: ifName({ default: "eth0", help: "the host's interface to the outside" }),
    image: image(),
  },
  rules: [
    roomFor(6, "bip"),
    gatewayInside("neighbour", "bip"),
    isLeftIn("neighbour", 3, "bip"),
    isApartFromOutside("bip"),
    isAtLeast("mtu", 84, "the length of a ping"),
  ],
  preflight: [isNewOn("bip", "docker0"), isFree("uplink")],
  permissions: { run: ["docker", "service", "ip", "brctl", "apt-get", "echo", "cat", "ls", "ping"] },

  async run({ $, step, check }, { bip, mtu, neighbour, uplink, image }) {
    const id = containerId("4c01db0b339c");
    const veth = "/sys/class/net/docker0/brif";
    const gateway = addressOf(bip);

    step("--bip=CIDR and --mtu=BYTES, in DOCKER_OPTS in /etc/default/docker; restart Docker");
    await check(74, "without --mtu and a default route, 1500").lists($`cat /sys/class/net/docker0/mtu`, "1500");
    await $.told.append("/etc/default/docker")`echo ${`DOCKER_OPTS="--bip=${bip} --mtu=${mtu}"`}`;
    await check(77, "the option needs a restart").hides($`ip -br addr show docker0`, gateway);
    await $.told`sudo service docker restart`;
    await check(75, "docker0 has that address and netmask").shows($`ip -br addr show docker0`, bip);

    step("A host with two different containers connected");
    const one = await $.told.as("one", id)`sudo docker run -d ${image} sleep 600`;
    const veth1 = await $.told.as("veth1", interfaceName("veth65f9"))`ls ${veth}`;
    const two = await $.told.as("two", id)`sudo docker run -d ${image} sleep 600`;
    const veth2 = await $.told.as("veth2", interfaceName("vethdda6"))`ls --hide=${veth1} ${veth}`;
    await check(76, "docker0 has that MTU, and so do its ports").lists($`cat /sys/class/net/docker0/mtu`, `${mtu}`);
    const ping = ["ping", "-n", "-c", "1", "-M", "do", "-s"];
    const fits = $`sudo docker exec ${one} ${ping} ${mtu - HEADERS} ${gateway}`;
    await check(76, "a packet of that size passes in one piece").shows(fits, `bytes from ${gateway}`);
    const tooLong = $`sudo docker exec ${one} ${ping} ${mtu - HEADERS + 1} ${gateway}`;
    await check(76, "one byte more does not").refuses(tooLong, "too long");

    step("Display bridge info");
    await $`sudo brctl show`;
    await $.ifMissing("brctl")`sudo apt-get install bridge-utils`;
    await check(78, "brctl lists the first container's interface").shows($`sudo brctl show docker0`, veth1);
    await check(78, "and the second one's").shows($`sudo brctl show docker0`, veth2);

    step("The network, as seen from a container");
    const shell = await $.terminal("63f36fc01b5f")`sudo docker run -i -t --rm ${image} /bin/bash`;
    await shell.type`ip addr show eth0`;
    await shell.type`ip route`;
    const inside = $`sudo docker exec ${shell} ip -br addr show eth0`;
    await check(80, "a free address, with the bridge's netmask").showsHostOf(inside, bip);
    const route = $`sudo docker exec ${shell} ip route`;
    await check(81, "docker0 is its gateway").shows(route, `default via ${gateway} dev eth0`);
    const fields = [`mtu ${mtu} qdisc`, "link/ether", "scope global eth0", "valid_lft forever preferred_lft forever"];
    await check(82, "its interface has the fields that the article prints").shows(
      $`sudo docker exec ${shell} ip addr show eth0`,
      ...fields,
    );
    await check(73, "the container reaches the host").ping(shell, gateway);
    await check(73, "the host reaches the container").ping(host, shell);
    await shell.exit();

    step("Plug the cable of an outside neighbour into docker0: one Ethernet");
    const internet = await outsideNetwork($, uplink);
    await $.told`sudo brctl addif docker0 ${uplink}`;
    await $.told`sudo ip netns exec ${internet} ip addr add ${neighbour}/${prefixOf(bip)} dev ${uplink}`;
    await check(72, "a container reaches the neighbour").ping(one, neighbour);
    await check(72, "and the other way round").ping(internet, two);
    const known = $`sudo ip netns exec ${internet} ip neigh show dev ${uplink}`;
    await check(72, "by hardware address, with no router in between").shows(known, "lladdr 02:42:");
    const knows = $`sudo docker exec ${one} ip neigh show ${neighbour}`;
    await check(72, "and the container knows the neighbour's").shows(knows, "dev eth0 lladdr");

    step("A 30-bit netmask leaves two addresses: one for the bridge, and one for a container");
    await $.told.append("/etc/default/docker")`echo 'DOCKER_OPTS="--bip=192.168.1.1/30"'`;
    await $.told`sudo service docker restart`;
    await $.told.as("three", id)`sudo docker run -d ${image} sleep 600`;
    await check(3, "a second container gets none").refuses($`sudo docker run --rm ${image} true`, "no available");
  },
});
