#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Docker's four steps for a container, beside the same by hand. Article: "How Docker networks a container". */
import {
  addressBeside,
  containerId,
  gatewayInside,
  gatewayOn,
  ifName,
  image,
  interfaceName,
  isAddressOn,
  isBeside,
  isFree,
  isLeftOn,
  isNot,
  outsideNetwork,
  pid,
  recipe,
} from "wirework";

export default recipe({
  summary: "Take Docker's four steps by hand, and compare, field by field, with what Docker made itself",
  article: "How Docker networks a container",
  builds: [
    "[one] eth0 172.17.0.2/16 ======== vethXXXXXX docker0 172.17.42.1/16 [host] eth0 ==== eth0 [outside]",
    "[hand] eth0 172.17.42.99/16 ===== veth65f9 docker0",
  ],
  options: {
    address: addressBeside("docker0", { default: "172.17.42.99/16", help: "free address, with the bridge's netmask" }),
    gateway: gatewayOn("docker0", { default: "172.17.42.1", help: "the bridge's own address" }),
    uplink: ifName({ default: "eth0", help: "the host's own interface to the outside" }),
    image: image(),
  },
  rules: [
    gatewayInside("gateway", "address"),
    isNot("uplink", "veth65f9", "which is the host's end of the cable"),
    isNot("uplink", "B", "which is the container's end of the cable"),
  ],
  preflight: [
    isAddressOn("gateway", "docker0"),
    isBeside("address", "docker0"),
    isLeftOn("address", 2, "docker0"),
    isFree("uplink"),
  ],
  permissions: { run: ["docker", "ip", "brctl", "ifconfig", "route", "cat", "ls", "mkdir", "ln", "ping"] },

  async run({ $, step, check }, { address, gateway, uplink, image }) {
    step("Two containers that Docker connects, as --net=bridge is the default,", "and one that it leaves alone");
    const id = containerId("4c01db0b339c");
    const one = await $.told.as("one", id)`sudo docker run -d ${image} sleep 600`;
    const veth = await $.told.as("veth", interfaceName("vethAQI2QT"))`ls /sys/class/net/docker0/brif`;
    const two = await $.told.as("two", id)`sudo docker run -d --net=bridge ${image} sleep 600`;
    const hand = await $.told.as("hand", id)`sudo docker run -d --net=none ${image} sleep 600`;
    const pid1 = await $.told.as("pid1", pid("2989"))`sudo docker inspect -f '{{.State.Pid}}' ${one}`;
    const pid2 = await $.told.as("pid2", pid("3004"))`sudo docker inspect -f '{{.State.Pid}}' ${two}`;
    const pid3 = await $.told.as("pid3", pid("3019"))`sudo docker inspect -f '{{.State.Pid}}' ${hand}`;
    await $.told`sudo mkdir -p /var/run/netns`;
    for (const each of [pid1, pid2, pid3]) await $.told`sudo ln -s /proc/${each}/ns/net /var/run/netns/${each}`;
    await check(6, "a container's end is called eth0").shows($`sudo ip netns exec ${pid1} ip -br link`, "eth0@");
    await check(7, "its peer is the host's").same(
      $`cat /sys/class/net/${veth}/ifindex`,
      $`sudo ip netns exec ${pid1} cat /sys/class/net/eth0/iflink`,
    );
    await check(8, "each has a name, and all are on docker0").lists($`ls /sys/class/net/docker0/brif`, "veth", "veth");
    await check(92, "the third has no interface to send from").noPing(hand, gateway, "Network is unreachable");

    step("The host's own interface is called eth0, too");
    const outside = await outsideNetwork($, uplink);

    step("1. Create a pair of peer virtual interfaces");
    await $.told`sudo ip link add veth65f9 type veth peer name B`;
    await check(94, "both are on the host").shows($`ip -br link`, "B@veth65f9", "veth65f9@B");

    step("2. Give one of them a unique name, keep it inside of the main Docker host,", "and bind it to docker0");
    await $.told`sudo brctl addif docker0 veth65f9`;
    await $.told`sudo ip link set veth65f9 up`;
    await check(94, "it is on docker0 with the others").shows($`sudo brctl show docker0`, "veth65f9");

    step("3. Toss the other interface over the wall into the new container,", "and rename it to eth0");
    await $.told`sudo ip link set B netns ${pid3}`;
    await $.told`sudo ip netns exec ${pid3} ip link set dev B name eth0`;
    await $.told`sudo ip netns exec ${pid3} ip link set eth0 up`;
    await check(95, "the host has an eth0 of its own").shows($`ip -br addr`, `${uplink}@`);
    await check(95, "and no name collides").shows($`sudo ip netns exec ${pid3} ip -br link`, "lo ", "eth0@");

    step("4. Give eth0 a new IP address from within the bridge's range,", "and set its default route");
    await $.told`sudo ip netns exec ${pid3} ip addr add ${address} dev eth0`;
    await $.told`sudo ip netns exec ${pid3} ip route add default via ${gateway}`;
    await check(97, "it reaches other containers").ping(hand, one);
    await check(97, "and the rest of the Internet").ping(hand, outside);

    const fields = ["mtu", "flags", "operstate", "carrier", "type"].map((field) => `/sys/class/net/eth0/${field}`);
    await check(91, "made by hand, eth0 has the settings of Docker's").same(
      $`sudo ip netns exec ${pid1} cat ${fields}`,
      $`sudo ip netns exec ${pid3} cat ${fields}`,
    );
    await check(91, "so has the host's end, a port of docker0").same(
      $`cat /sys/class/net/${veth}/brport/state /sys/class/net/${veth}/brport/path_cost`,
      $`cat /sys/class/net/veth65f9/brport/state /sys/class/net/veth65f9/brport/path_cost`,
    );
    const routes = (container: typeof pid1) => $`sudo ip netns exec ${container} route -n`;
    await check(96, "the netmask and the default route are the same").same(routes(pid1), routes(pid3));
    await check(98, "and the same with --net=bridge").same(routes(pid1), routes(pid2));
    const sent = () => $`sudo ip netns exec ${pid3} cat /sys/class/net/eth0/statistics/tx_packets`;
    await check(5, "ten pings are sent on one of the peers").counted(hand, gateway, sent());
    await check(5, "and received on the other").same(sent(), $`cat /sys/class/net/veth65f9/statistics/rx_packets`);

    step("The old ifconfig and route, where the article has ipconfig, would have worked, too");
    await $.told.irreversible("it ends with the container")`sudo ip netns exec ${pid3} ifconfig eth0 0.0.0.0 down`;
    await check(113, "without an address and a route it is cut off").noPing(hand, gateway, "Network is unreachable");
    await $.told.irreversible("so does this")`sudo ip netns exec ${pid3} ifconfig eth0 ${address} up`;
    await $.told.irreversible("and this")`sudo ip netns exec ${pid3} route add default gw ${gateway}`;
    await check(113, "the routes are the same again").same(routes(pid1), routes(pid3));
    await check(113, "and a packet gets through").ping(hand, one);
  },
});
