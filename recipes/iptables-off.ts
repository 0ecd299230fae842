#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Docker that leaves the host's rules alone. Article: "Communication between containers". */
import {
  addressOf,
  containerId,
  different,
  ifName,
  image,
  interfaceCidr,
  isApartFrom,
  isApartFromOutside,
} from "wirework";
import { isFree, isNot, isPlainIn, outsideNetwork, port, published, recipe, roomFor } from "wirework";

export default recipe({
  summary: "See that Docker touches no rule with --iptables=false, and what no longer works",
  article: "Communication between containers",
  builds: ["[outside] --- tcp 80 --> eth0 [host: a proxy] --> [web]", "[outside] <-- as itself --- [web]"],
  options: {
    bridge: ifName({ default: "bridge0", help: "name of a bridge that no rule of Docker's mentions" }),
    address: interfaceCidr({ default: "192.168.5.1/24", help: "the bridge's address, and its network" }),
    port: port({ default: "80", help: "TCP port of the server, and of the host" }),
    uplink: ifName({ default: "eth0", help: "the host's interface to the outside" }),
    image: image(),
  },
  rules: [
    different("bridge", "uplink"),
    isNot("bridge", "docker0", "which Docker has rules for"),
    isNot("bridge", "none", "which means no bridge to Docker"),
    isPlainIn("/etc/default/docker", "bridge"),
    roomFor(2, "address"),
    isApartFromOutside("address"),
  ],
  preflight: [isApartFrom("address", "docker0"), isFree("bridge"), isFree("uplink")],
  permissions: {
    run: ["docker", "service", "iptables", "iptables-save", "cut", "grep", "ip", "brctl", "echo", "ping"],
  },

  async run({ $, step, check }, { bridge, address, port, uplink, image }) {
    const id = containerId("4c01db0b339c");
    const saved = "/tmp/rules";
    // Without the counts of packets, and the comments, which have the time
    const before = () => $.pipe($`cut -d '[' -f 1 ${saved}`, $`grep -v '^#'`);
    const after = () => $.pipe($`sudo iptables-save`, $`cut -d '[' -f 1`, $`grep -v '^#'`);

    step("A network outside with a route to the containers, and a bridge for them");
    const internet = await outsideNetwork($, uplink);
    const [near] = internet.hostAddresses;
    await $.told`sudo ip netns exec ${internet} ip route add default via ${near}`;
    await $.told`sudo brctl addbr ${bridge}`;
    await $.told`sudo ip addr add ${address} dev ${bridge}`;
    await $.told`sudo ip link set dev ${bridge} up`;

    step("Rules of your own, which let packets pass there");
    await $.told`sudo iptables -I FORWARD -i ${bridge} -j ACCEPT`;
    await $.told`sudo iptables -I FORWARD -o ${bridge} -j ACCEPT`;
    await $.told.write(saved)`sudo iptables-save`;

    step("DOCKER_OPTS holds --iptables=false: Docker touches none of them");
    await $.told.append("/etc/default/docker")`echo 'DOCKER_OPTS="--iptables=false -b=${bridge}"'`;
    await $.told`sudo service docker restart`;
    await check(47, "its start has changed no rule").same(before(), after());
    const first = await $.told.as("first", id)`sudo docker run -d -p ${port}:${port} ${image} sleep 600`;
    await check(47, "nor has a container that publishes a port").same(before(), after());

    step("Nor does the end of the container or of Docker change any");
    await $.told`sudo docker rm -f ${first}`;
    await check(47, "the container has left them alone").same(before(), after());
    await $.told`sudo service docker restart`;
    await check(47, "and so has Docker").same(before(), after());

    step("So nothing is masqueraded, and only Docker's proxy serves a published port");
    const web = await $.told.as("web", id)`sudo docker run -d -p ${port}:${port} ${image} sleep 600`;
    const gateway = addressOf(address);
    await check(47, "the outside sees the container's own address").tcp(web, internet, internet, port);
    await check(47, "and the server sees the proxy").tcpSeenAs(internet, web, near, published(port, port), gateway);
  },
});
