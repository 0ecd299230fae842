#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Packets that the kernel forwards, and those that need no forwarding. Article: "Communication between containers". */
import { containerId, ifName, image, isFree, isNot, outsideNetwork, pid, recipe } from "wirework";

export default recipe({
  summary: "See which packets need ip_forward, and who may switch it on",
  article: "Communication between containers",
  builds: [
    "[one] --- docker0 --- [two]",
    "[one] --- docker0 -- ip_forward --> bridge0 --- [three]",
    "[one] --- docker0 -- ip_forward --> eth0 --- [outside]",
  ],
  options: {
    uplink: ifName({ default: "eth0", help: "the host's interface to the outside" }),
    image: image(),
  },
  rules: [
    isNot("uplink", "A", "which is the host's end of the third container's cable"),
    isNot("uplink", "bridge0", "which is the second bridge"),
  ],
  preflight: [isFree("uplink")],
  permissions: {
    run: ["docker", "service", "ip", "brctl", "iptables", "bash", "mkdir", "ln", "echo", "cat", "sysctl", "ping"],
  },

  async run({ $, step, check }, { uplink, image }) {
    const setting = "/proc/sys/net/ipv4/ip_forward";
    const id = containerId("4c01db0b339c");

    step("Docker switches forwarding on when it starts,", "unless --ip-forward=false tells it to leave that alone");
    await $.told.write(setting)`echo 0`;
    await $.told`sudo service docker restart`;
    await check(45, "it has turned 0 into 1").shows($`cat ${setting}`, "1");
    await $.told.append("/etc/default/docker")`echo 'DOCKER_OPTS="--ip-forward=false"'`;
    await $.told.write(setting)`echo 0`;
    await $.told`sudo service docker restart`;
    await check(45, "with --ip-forward=false, it has left 0 alone").shows($`cat ${setting}`, "0");

    step("Two containers on docker0, and a third one on a bridge of its own");
    const one = await $.told.as("one", id)`sudo docker run -d ${image} sleep 600`;
    const two = await $.told.as("two", id)`sudo docker run -d ${image} sleep 600`;
    const three = await $.told.as("three", id)`sudo docker run -d --net=none ${image} sleep 600`;
    const pid3 = await $.told.as("pid3", pid("2989"))`sudo docker inspect -f '{{.State.Pid}}' ${three}`;
    await $.told`sudo mkdir -p /var/run/netns`;
    await $.told`sudo ln -s /proc/${pid3}/ns/net /var/run/netns/${pid3}`;
    await $.told`sudo brctl addbr bridge0`;
    await $.told`sudo ip addr add 192.168.5.1/24 dev bridge0`;
    await $.told`sudo ip link set dev bridge0 up`;
    await $.told`sudo ip link add A type veth peer name eth0 netns ${pid3}`;
    await $.told`sudo brctl addif bridge0 A`;
    await $.told`sudo ip link set A up`;
    await $.told`sudo ip netns exec ${pid3} ip addr add 192.168.5.2/24 dev eth0`;
    await $.told`sudo ip netns exec ${pid3} ip link set eth0 up`;
    await $.told`sudo ip netns exec ${pid3} ip route add default via 192.168.5.1`;

    step("A network outside, beyond the host's uplink");
    const internet = await outsideNetwork($, uplink);
    await check(44, "on one bridge packets pass even at 0, whatever the article says").ping(one, two);
    await check(43, "from one bridge to another they don't").noPing(one, "192.168.5.2");
    await check(83, "nor do they reach the outside").noPing(one, internet);

    step("Usually not necessary: turning on forwarding,", "on the host where your Docker server is running");
    await $`cat ${setting}`;
    await $.write(setting)`sudo echo 1`;
    await $`cat ${setting}`;
    await check(44, "at 1 they pass from one bridge to another").ping(one, "192.168.5.2");
    await check(44, "on one bridge they pass as before").ping(one, two);
    await check(83, "and to the outside").ping(one, internet);

    step("The three factors, each switched off alone: topology, iptables, forwarding");
    await $.told`sudo brctl delif bridge0 A`;
    await check(42, "an unplugged cable stops them").noPing(one, "192.168.5.2");
    await $.told`sudo brctl addif bridge0 A`;
    await $.told`sudo iptables -I FORWARD -o bridge0 -j REJECT`;
    await check(42, "a rule stops them").noPing(one, "192.168.5.2", "Unreachable");
    await $.told`sudo iptables -D FORWARD -o bridge0 -j REJECT`;
    await $.told.write(setting)`echo 0`;
    await check(42, "with forwarding off they stop").noPing(one, "192.168.5.2");

    step("sudo does not help an ordinary user here: the shell opens the file.", "sysctl opens it itself");
    const asNobody = $.irreversible("it is refused")`sudo -u nobody bash -c ${`sudo echo 1 > ${setting}`}`;
    await check(46, "a user's shell may not write there").refuses(asNobody, "Permission denied");
    await $.told`sudo sysctl -w net.ipv4.ip_forward=1`;
    await check(46, "sysctl may, as root").shows($`cat ${setting}`, "1");
    await check(42, "with all three on, packets pass").ping(one, "192.168.5.2");
  },
});
