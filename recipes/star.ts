#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Any number of network namespaces on one bridge. Article: "Tools and Examples". */
import {
  bridgePorts,
  host,
  hostBeside,
  interfaceCidr,
  isApartFrom,
  isAtLeast,
  networkNamed,
  prefixOf,
  recipe,
  roomForEach,
} from "wirework";

export default recipe({
  summary: "Put as many network namespaces as you like on one bridge",
  article: "Tools and Examples",
  builds: ["[c1] eth0 10.0.0.2/21 ===== star1 10.0.0.1/21 [host] star2 ===== eth0 10.0.0.3/21 [c2]"],
  options: {
    count: bridgePorts({ default: "3", help: "how many network namespaces" }),
    address: interfaceCidr({ default: "10.0.0.1/21", help: "the bridge's address, and its network" }),
  },
  rules: [isAtLeast("count", 2, "as a ping has two ends"), roomForEach("count", "address")],
  preflight: [isApartFrom("address", "docker0")],
  permissions: { run: ["ip", "iptables", "ls", "ping"] },

  async run({ $, step, check }, { count, address }) {
    const nth = (n: number) => networkNamed(`c${n}`, hostBeside(address, n));
    const [first, last] = [nth(1), nth(count)];

    step("Create a bridge,", "and let packets pass on it, as Docker does for docker0");
    await $.told`sudo ip link add star0 type bridge`;
    await $.told`sudo ip addr add ${address} dev star0`;
    await $.told`sudo ip link set dev star0 up`;
    await $.told`sudo iptables -I FORWARD -i star0 -o star0 -j ACCEPT`;

    step("Create the network namespaces,", "each with a cable to the bridge");
    for (let n = 1; n <= count; n += 1) {
      const network = nth(n);
      await $.told`sudo ip netns add ${network}`;
      await $.told`sudo ip link add star${n} type veth peer name eth0 netns ${network}`;
      await $.told`sudo ip link set dev star${n} master star0 up`;
      await $.told`sudo ip netns exec ${network} ip addr add ${network.address}/${prefixOf(address)} dev eth0`;
      await $.told`sudo ip netns exec ${network} ip link set dev eth0 up`;
    }

    const ports = Array.from({ length: count }, (_, at) => `star${at + 1}`).toSorted();
    await check(8, "every cable is on the bridge").lists($`ls /sys/class/net/star0/brif`, ...ports);
    await check(4, "over it the host reaches the last one").ping(host, last);
    await check(4, "and so does the first one").ping(first, last);
  },
});
