#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Two containers on one cable, with no bridge. Article: "Building a point-to-point connection". */
import { different, image, ipv4, isNot, pid, port, recipe } from "wirework";

/** An address that no host has, RFC 5737 */
const ELSEWHERE = "192.0.2.1";

export default recipe({
  summary: "Join two containers by one cable, with no bridge",
  article: "Building a point-to-point connection",
  builds: ["[one] A 10.1.1.1/32 ========= 10.1.1.2/32 B [two]"],
  options: {
    from: ipv4({ default: "10.1.1.1", help: "address of the first container" }),
    to: ipv4({ default: "10.1.1.2", help: "address of the second container" }),
    port: port({ default: "7", help: "TCP port of the check" }),
    image: image(),
  },
  rules: [
    different("from", "to"),
    isNot("from", ELSEWHERE, "which must stay out of reach"),
    isNot("to", ELSEWHERE, "which must stay out of reach"),
  ],
  permissions: { run: ["docker", "ip", "mkdir", "ln", "ping"] },

  async run({ $, step, check }, { from, to, port, image }) {
    step("Start up two containers in two terminal windows");
    const one = await $.terminal("1f1f4c1f931a")`sudo docker run -i -t --rm --net=none ${image} /bin/bash`;
    const two = await $.terminal("12e343489d2f")`sudo docker run -i -t --rm --net=none ${image} /bin/bash`;

    step("Learn the container process IDs", "and create their namespace entries");
    const pid1 = await $.as("pid1", pid("2989"))`sudo docker inspect -f '{{.State.Pid}}' ${one}`;
    const pid2 = await $.as("pid2", pid("3004"))`sudo docker inspect -f '{{.State.Pid}}' ${two}`;
    await $`sudo mkdir -p /var/run/netns`;
    await $`sudo ln -s /proc/${pid1}/ns/net /var/run/netns/${pid1}`;
    await $`sudo ln -s /proc/${pid2}/ns/net /var/run/netns/${pid2}`;

    step('Create the "peer" interfaces and hand them out');
    await $`sudo ip link add A type veth peer name B`;
    await $`sudo ip link set A netns ${pid1}`;
    await $`sudo ip netns exec ${pid1} ip addr add ${from}/32 dev A`;
    await $`sudo ip netns exec ${pid1} ip link set A up`;
    await $`sudo ip netns exec ${pid1} ip route add ${to}/32 dev A`;
    await $`sudo ip link set B netns ${pid2}`;
    await $`sudo ip netns exec ${pid2} ip addr add ${to}/32 dev B`;
    await $`sudo ip netns exec ${pid2} ip link set B up`;
    await $`sudo ip netns exec ${pid2} ip route add ${from}/32 dev B`;

    await check(122, "the two containers ping each other").ping(one, to);
    await check(122, "and the other way round").ping(two, from);
    await check(122, "a connection carries bytes both ways").tcp(one, two, to, port);
    await check(120, "no bridge is involved: the host has no end of the cable").hides($`ip -brief link`, "A", "B");
    await check(123, "nothing else is reachable, as there is no other route").noPing(one, ELSEWHERE, "unreachable");

    step("The bare assertion made by ip route: without it,", "and with it again");
    await $.told`sudo ip netns exec ${pid1} ip route del ${to}/32 dev A`;
    await check(123, "without its route the peer can't be reached").noPing(one, to, "Network is unreachable");
    await $.told`sudo ip netns exec ${pid1} ip route add ${to}/32 dev A`;
    await check(123, "with it, it answers").ping(one, to);
  },
});
