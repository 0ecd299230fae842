#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Two bridges, and two containers on each. Article: "Building a point-to-point connection". */
import {
  addressOf,
  apart,
  containerId,
  hostBeside,
  image,
  interfaceCidr,
  isApartFrom,
  pid,
  prefixOf,
  recipe,
  roomFor,
} from "wirework";

export default recipe({
  summary: "Give containers virtual subnets of their own, each on a bridge that you made",
  article: "Building a point-to-point connection",
  builds: [
    "[one] eth0 192.168.5.2/24 ===== A bridge0 192.168.5.1/24 [host] C ===== eth0 192.168.5.3/24 [two]",
    "[three] eth0 192.168.6.2/24 === E bridge1 192.168.6.1/24 [host] G ===== eth0 192.168.6.3/24 [four]",
  ],
  options: {
    here: interfaceCidr({ default: "192.168.5.1/24", help: "the first bridge's address, and its network" }),
    there: interfaceCidr({ default: "192.168.6.1/24", help: "the second bridge's address, and its network" }),
    image: image(),
  },
  rules: [apart("here", "there"), roomFor(3, "here"), roomFor(3, "there")],
  preflight: [isApartFrom("here", "docker0"), isApartFrom("there", "docker0")],
  permissions: { run: ["docker", "ip", "brctl", "iptables", "mkdir", "ln", "sysctl", "ping"] },

  async run({ $, step, check }, { here, there, image }) {
    step("Create two bridges of our own, and let packets pass on each,", "as Docker does for docker0");
    await $.told`sudo brctl addbr bridge0`;
    await $.told`sudo ip addr add ${here} dev bridge0`;
    await $.told`sudo ip link set dev bridge0 up`;
    await $.told`sudo brctl addbr bridge1`;
    await $.told`sudo ip addr add ${there} dev bridge1`;
    await $.told`sudo ip link set dev bridge1 up`;
    await $.told`sudo iptables -I FORWARD -i bridge0 -o bridge0 -j ACCEPT`;
    await $.told`sudo iptables -I FORWARD -i bridge1 -o bridge1 -j ACCEPT`;

    step("Start four containers with --net=none");
    const id = containerId("4c01db0b339c");
    const one = await $.told.as("one", id)`sudo docker run -d --net=none ${image} sleep 600`;
    const two = await $.told.as("two", id)`sudo docker run -d --net=none ${image} sleep 600`;
    const three = await $.told.as("three", id)`sudo docker run -d --net=none ${image} sleep 600`;
    const four = await $.told.as("four", id)`sudo docker run -d --net=none ${image} sleep 600`;

    step("Learn the container process IDs", "and create their namespace entries");
    const pid1 = await $.told.as("pid1", pid("2989"))`sudo docker inspect -f '{{.State.Pid}}' ${one}`;
    const pid2 = await $.told.as("pid2", pid("3004"))`sudo docker inspect -f '{{.State.Pid}}' ${two}`;
    const pid3 = await $.told.as("pid3", pid("3019"))`sudo docker inspect -f '{{.State.Pid}}' ${three}`;
    const pid4 = await $.told.as("pid4", pid("3034"))`sudo docker inspect -f '{{.State.Pid}}' ${four}`;
    await $.told`sudo mkdir -p /var/run/netns`;
    for (const each of [pid1, pid2, pid3, pid4]) await $.told`sudo ln -s /proc/${each}/ns/net /var/run/netns/${each}`;

    step("Attach two of them to each bridge,", 'with the lines of "How Docker networks a container"');
    const [near, nearer, far, farther] = [
      hostBeside(here, 1),
      hostBeside(here, 2),
      hostBeside(there, 1),
      hostBeside(there, 2),
    ];
    for (const [container, end, peer, bridge, address] of [
      [pid1, "A", "B", "bridge0", `${near}/${prefixOf(here)}`],
      [pid2, "C", "D", "bridge0", `${nearer}/${prefixOf(here)}`],
      [pid3, "E", "F", "bridge1", `${far}/${prefixOf(there)}`],
      [pid4, "G", "H", "bridge1", `${farther}/${prefixOf(there)}`],
    ] as const) {
      await $.told`sudo ip link add ${end} type veth peer name ${peer}`;
      await $.told`sudo brctl addif ${bridge} ${end}`;
      await $.told`sudo ip link set ${end} up`;
      await $.told`sudo ip link set ${peer} netns ${container}`;
      await $.told`sudo ip netns exec ${container} ip link set dev ${peer} name eth0`;
      await $.told`sudo ip netns exec ${container} ip link set eth0 up`;
      await $.told`sudo ip netns exec ${container} ip addr add ${address} dev eth0`;
    }
    await check(119, "on the one bridge they reach each other").ping(one, nearer);
    await check(119, "and on the other").ping(three, farther);
    await check(119, "from one to the other they don't: there is no route").noPing(one, far, "Network is unreachable");
    await check(119, "nor the other way round").noPing(three, near, "Network is unreachable");

    step("With routes through the host,", "its ip_forward decides");
    await $.told`sudo sysctl -w net.ipv4.ip_forward=0`;
    await $.told`sudo ip netns exec ${pid1} ip route add default via ${addressOf(here)}`;
    await $.told`sudo ip netns exec ${pid3} ip route add default via ${addressOf(there)}`;
    await check(43, "it answers on its other bridge's address").ping(one, addressOf(there));
    await check(43, "and forwards nothing").noPing(one, far);
  },
});
