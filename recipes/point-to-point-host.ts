#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** The host and one container on a cable, without the bridge. Article: "Building a point-to-point connection". */
import { containerId, different, host, image, ipv4, isApartFrom, pid, port, recipe } from "wirework";

export default recipe({
  summary: "Join the host and one container by a cable, out-of-band of the bridge",
  article: "Building a point-to-point connection",
  builds: ["[host] A 10.1.1.1/32 ========= 10.1.1.2/32 B [one]", "[host] docker0 ======== eth0 [other]"],
  options: {
    from: ipv4({ default: "10.1.1.1", help: "address of the host's end of the cable" }),
    to: ipv4({ default: "10.1.1.2", help: "address of the container's end" }),
    port: port({ default: "7", help: "TCP port of the check" }),
    image: image(),
  },
  rules: [different("from", "to")],
  preflight: [isApartFrom("from", "docker0"), isApartFrom("to", "docker0")],
  permissions: {
    run: ["docker", "service", "ip", "echo", "mkdir", "ln", "ping"],
    modules: ["br_netfilter"],
  },

  async run({ $, step, check }, { from, to, port, image }) {
    const id = containerId("4c01db0b339c");

    step("The article's other way: --icc=false keeps containers apart,", "and the host still reaches them all");
    await $.told.append("/etc/default/docker")`echo 'DOCKER_OPTS="--icc=false"'`;
    await $.told`sudo service docker restart`;
    const one = await $.told.as("one", id)`sudo docker run -d ${image} sleep 600`;
    const other = await $.told.as("other", id)`sudo docker run -d ${image} sleep 600`;
    await check(126, "the host reaches one container").ping(host, one);
    await check(126, "and the other").ping(host, other);
    await check(126, "these don't reach each other").noPing(other, one);

    step("Learn a container process ID", "and create its namespace entry");
    const pid1 = await $.told.as("pid1", pid("2989"))`sudo docker inspect -f '{{.State.Pid}}' ${one}`;
    await $.told`sudo mkdir -p /var/run/netns`;
    await $.told`sudo ln -s /proc/${pid1}/ns/net /var/run/netns/${pid1}`;

    step('Create the "peer" interfaces, keep one on the host,', "and hand out the other");
    await $.told`sudo ip link add A type veth peer name B`;
    await $.told`sudo ip addr add ${from}/32 dev A`;
    await $.told`sudo ip link set A up`;
    await $.told`sudo ip route add ${to}/32 dev A`;
    await $.told`sudo ip link set B netns ${pid1}`;
    await $.told`sudo ip netns exec ${pid1} ip addr add ${to}/32 dev B`;
    await $.told`sudo ip netns exec ${pid1} ip link set B up`;
    await $.told`sudo ip netns exec ${pid1} ip route add ${from}/32 dev B`;
    await check(125, "the host reaches the container over the cable").ping(host, to);
    await check(125, "and the container the host").ping(one, from);
    await check(126, "so does the other one, which --icc=false kept apart: the host forwards").ping(other, to);

    step("Out-of-band of the bridge: the cable works without it");
    await $.told`sudo ip link set docker0 down`;
    await check(125, "the host reaches the container").ping(host, to);
    await check(125, "and the container the host").ping(one, from);
    await check(125, "a connection carries bytes both ways").tcp(host, one, to, port);
    await check(125, "the other one, which has only the bridge, is cut off").noPing(other, to);
  },
});
