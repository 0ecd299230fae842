#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Two containers on a cable and a bridge. Article: "Building a point-to-point connection". */
import { containerId, different, image, ipv4, isApartFrom, pid, port, recipe } from "wirework";

export default recipe({
  summary: "Join two ordinary containers by a cable, in addition to the bridge",
  article: "Building a point-to-point connection",
  builds: ["[one] eth0 ==== docker0 ==== eth0 [two]", "[one] A 10.1.1.1/32 ========= 10.1.1.2/32 B [two]"],
  options: {
    from: ipv4({ default: "10.1.1.1", help: "address of the first container's end of the cable" }),
    to: ipv4({ default: "10.1.1.2", help: "address of the second container's end" }),
    port: port({ default: "7", help: "TCP port of the check" }),
    image: image(),
  },
  rules: [different("from", "to")],
  preflight: [isApartFrom("from", "docker0"), isApartFrom("to", "docker0")],
  permissions: { run: ["docker", "ip", "cat", "mkdir", "ln", "ping"] },

  async run({ $, step, check }, { from, to, port, image }) {
    const id = containerId("4c01db0b339c");

    step("Start two containers, with no need for --net=none");
    const one = await $.told.as("one", id)`sudo docker run -d ${image} sleep 600`;
    const two = await $.told.as("two", id)`sudo docker run -d ${image} sleep 600`;
    await check(4, "the bridge joins them").ping(one, two);

    step("Learn the container process IDs", "and create their namespace entries");
    const pid1 = await $.told.as("pid1", pid("2989"))`sudo docker inspect -f '{{.State.Pid}}' ${one}`;
    const pid2 = await $.told.as("pid2", pid("3004"))`sudo docker inspect -f '{{.State.Pid}}' ${two}`;
    await $.told`sudo mkdir -p /var/run/netns`;
    await $.told`sudo ln -s /proc/${pid1}/ns/net /var/run/netns/${pid1}`;
    await $.told`sudo ln -s /proc/${pid2}/ns/net /var/run/netns/${pid2}`;

    step('Create the "peer" interfaces and hand them out');
    await $.told`sudo ip link add A type veth peer name B`;
    await $.told`sudo ip link set A netns ${pid1}`;
    await $.told`sudo ip netns exec ${pid1} ip addr add ${from}/32 dev A`;
    await $.told`sudo ip netns exec ${pid1} ip link set A up`;
    await $.told`sudo ip netns exec ${pid1} ip route add ${to}/32 dev A`;
    await $.told`sudo ip link set B netns ${pid2}`;
    await $.told`sudo ip netns exec ${pid2} ip addr add ${to}/32 dev B`;
    await $.told`sudo ip netns exec ${pid2} ip link set B up`;
    await $.told`sudo ip netns exec ${pid2} ip route add ${from}/32 dev B`;

    await check(124, "they reach each other over the cable").ping(one, to);
    await check(124, "and the other way round").ping(two, from);
    await check(124, "a connection over the cable comes from the cable's address").tcp(one, two, to, port);
    await check(9, "they reach each other over the bridge as before").ping(one, two);

    const count = (end: string, of: string) =>
      $`sudo ip netns exec ${pid1} cat ${`/sys/class/net/${end}/statistics/${of}_packets`}`;
    const sent = (end: string) => count(end, "tx");
    await check(124, "packets over the cable leave by its end").counted(one, to, sent("A"));
    await check(124, "and none by eth0, to the bridge").uncounted(one, to, sent("eth0"));
    await check(124, "nor does an answer come from there").uncounted(one, to, count("eth0", "rx"));
    await check(124, "packets over the bridge leave by eth0").counted(one, two, sent("eth0"));
    await check(124, "and none over the cable").uncounted(one, two, sent("A"));
  },
});
