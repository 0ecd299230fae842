#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Docker that leaves the host's rules alone. Article: "Communication between containers". */
import {
  addressOf,
  containerId,
  ifName,
  image,
  interfaceCidr,
  isFree,
  isPlainIn,
  outsideNetwork,
  port,
} from "wirework";
import { published, recipe, roomFor } from "wirework";

export default recipe({
  summary: "See that Docker touches no rule with --iptables=false, and what is missing then",
  article: "Communication between containers",
  builds: ["[outside] --- tcp 80 --> eth0 [host: a proxy] --> [web]", "[outside] <-- as itself --- [web]"],
  options: {
    port: port({ default: "80", help: "TCP port of the server, and of the host" }),
    address: interfaceCidr({ default: "192.168.5.1/24", help: "docker0's, of which no rule is left" }),
    uplink: ifName({ default: "eth0", help: "the host's interface to the outside" }),
    image: image(),
  },
  rules: [isPlainIn("/etc/default/docker", "address"), roomFor(1, "address")],
  preflight: [isFree("uplink")],
  permissions: { run: ["docker", "service", "iptables", "iptables-save", "cat", "sed", "ip", "echo", "ping"] },

  async run({ $, step, check }, { port, address, uplink, image }) {
    const id = containerId("4c01db0b339c");
    const saved = "/tmp/rules";
    // What comments and counts of packets say may change
    const rules = String.raw`/^#/d; s/ \[.*//`;
    const before = () => $.pipe($`cat ${saved}`, $`sed ${rules}`);
    const after = () => $.pipe($`sudo iptables-save`, $`sed ${rules}`);

    step("A network outside, which knows the way to the containers");
    const internet = await outsideNetwork($, uplink);
    const [near] = internet.hostAddresses;
    await $.told`sudo ip netns exec ${internet} ip route add default via ${near}`;

    step("Docker stops, and leaves its rules; somebody else's are there as well");
    await $.told`sudo service docker stop`;
    await $.told`sudo iptables -A INPUT -s 192.0.2.1 -j DROP`;
    await $.told`sudo iptables -P FORWARD ACCEPT`;
    await $.told.write(saved)`sudo iptables-save`;

    step("With --iptables=false Docker touches none of them");
    await $.told.append("/etc/default/docker")`echo 'DOCKER_OPTS="--iptables=false --bip=${address}"'`;
    await $.told`sudo service docker start`;
    await check(47, "its start has changed no rule").same(before(), after());
    const web = await $.told.as("web", id)`sudo docker run -d -p ${port}:${port} ${image} sleep 600`;
    await check(47, "nor has a container, with a port of the host").same(before(), after());

    step("So nothing is masqueraded, and a port of the host is Docker's proxy alone");
    await check(47, "the outside sees the container's own address").tcp(web, internet, internet, port);
    const gateway = addressOf(address);
    await check(47, "and the server sees the proxy").tcpSeenAs(internet, web, near, published(port, port), gateway);

    step("The end changes nothing either");
    await $.told`sudo docker rm -f ${web}`;
    await check(47, "the container's").same(before(), after());
    await $.told`sudo service docker stop`;
    await check(47, "nor Docker's").same(before(), after());

    step("--icc=false is made of rules: Docker refuses to start with both");
    await $.told.append("/etc/default/docker")`echo 'DOCKER_OPTS="--iptables=false --icc=false"'`;
    const both = "You specified --iptables=false with --icc=false. ICC=false uses iptables to function";
    await check(49, "in these words").refuses($.told`sudo service docker start`, both);
  },
});
