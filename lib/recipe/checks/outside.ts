/**
 * A network beyond the host's uplink, for checks of incoming and outgoing packets.
 *
 * @module
 */
import { prefixOf } from "../../values/address/cidr.ts";
import { type Ipv4Cidr, parseIpv4Cidr } from "../../values/address/ipv4-cidr.ts";
import type { Hostname } from "../../values/name/hostname.ts";
import type { IfName } from "../../values/name/if-name.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import { parseNetnsName } from "../../values/name/netns-name.ts";
import { hostAt } from "../../values/address/subnet-hosts.ts";
import { NamedNetwork } from "../named-network.ts";
import type { RecipeShell } from "../terminal/recipe-shell.ts";

/** RFC 5737, TEST-NET-3: no host has an address in it */
export const OUTSIDE: Ipv4Cidr = parseIpv4Cidr("203.0.113.0/24");

/**
 * The network outside: a place for checks, whose name can be used in commands.
 *
 * @example
 * ```ts
 * import { ifName, isFree, outsideNetwork, type OutsideNetwork, recipe } from "wirework";
 *
 * export default recipe({
 *   summary: "A neighbour outside that knows the way to the containers",
 *   options: { uplink: ifName({ default: "eth0", help: "the host's interface to the outside" }) },
 *   preflight: [isFree("uplink")],
 *   permissions: { run: ["ip", "ping"] },
 *   async run({ $, check }, { uplink }) {
 *     const internet: OutsideNetwork = await outsideNetwork($, uplink);
 *     const [near] = internet.hostAddresses;
 *     await $.told`sudo ip netns exec ${internet} ip route add 172.17.0.0/16 via ${near}`;
 *     await check(60, "docker0 answers it").ping(internet, "172.17.42.1");
 *   },
 * });
 * ```
 */
export class OutsideNetwork extends NamedNetwork {
  /** The host's addresses on its uplink */
  readonly hostAddresses: readonly [Ipv4, Ipv4] = [hostAt(OUTSIDE, 2), hostAt(OUTSIDE, 3)];

  constructor() {
    super(parseNetnsName("outside"), hostAt(OUTSIDE, 1));
  }
}

/**
 * Types the lines that create a network outside, and connect the host to it: a cable, two addresses for the
 * host, and its default route. The network has no routes to networks behind the host.
 *
 * Equivalent to: `ip netns add outside`, `ip link add eth0 type veth peer name eth0 netns outside`, …
 *
 * @param uplink the host's end of the cable, which must not be there yet; the other end has the same name
 * @throws {CommandError} when the host has a default route already
 *
 * @example
 * ```ts
 * import { containerId, ifName, isFree, outsideNetwork, port, recipe } from "wirework";
 *
 * export default recipe({
 *   summary: "A container reaches the outside, which sees the host",
 *   options: {
 *     uplink: ifName({ default: "eth0", help: "the host's interface to the outside" }),
 *     port: port({ default: "80", help: "TCP port of the server outside" }),
 *   },
 *   preflight: [isFree("uplink")],
 *   permissions: { run: ["docker", "ip", "ping"] },
 *   async run({ $, check }, { uplink, port }) {
 *     const internet = await outsideNetwork($, uplink);
 *     const one = await $.told.as("one", containerId("4c01db0b339c"))`sudo docker run -d base sleep 600`;
 *     await check(59, "it answers").ping(one, internet);
 *     await check(61, "it sees the host").tcpSeenAs(one, internet, internet, port, internet.hostAddresses[0]);
 *   },
 * });
 * ```
 */
export async function outsideNetwork($: RecipeShell, uplink: IfName): Promise<OutsideNetwork> {
  const outside = new OutsideNetwork();
  const [first, second] = outside.hostAddresses;
  const prefix = prefixOf(OUTSIDE);
  await $.told`sudo ip netns add ${outside}`;
  await $.told`sudo ip link add ${uplink} type veth peer name ${uplink} netns ${outside}`;
  await $.told`sudo ip netns exec ${outside} ip link set lo up`;
  await $.told`sudo ip netns exec ${outside} ip addr add ${outside.address}/${prefix} dev ${uplink}`;
  await $.told`sudo ip netns exec ${outside} ip link set ${uplink} up`;
  await $.told`sudo ip addr add ${first}/${prefix} dev ${uplink}`;
  await $.told`sudo ip addr add ${second}/${prefix} dev ${uplink}`;
  await $.told`sudo ip link set ${uplink} up`;
  await $.told`sudo ip route add default via ${outside.address}`;
  return outside;
}

/** The log of the name server outside */
const NAME_SERVER_LOG = "/run/outside-dns.log";

/**
 * Types the line that starts a name server in a network outside; it resolves a single name.
 *
 * Equivalent to: `ip netns exec outside dnsmasq --no-daemon … >/run/outside-dns.log 2>&1 &`
 *
 * @param name the name that it resolves to the network's own address
 * @returns the path of its log, which lists the queries
 * @throws {CommandError} when dnsmasq does not start
 *
 * @example
 * ```ts
 * import { containerId, hostname, ifName, isFree, nameServerOutside, outsideNetwork, recipe } from "wirework";
 *
 * export default recipe({
 *   summary: "A container finds the outside by its name",
 *   options: {
 *     uplink: ifName({ default: "eth0", help: "the host's interface to the outside" }),
 *     known: hostname({ default: "www.example.com", help: "name of the outside" }),
 *   },
 *   preflight: [isFree("uplink")],
 *   permissions: { run: ["cat", "dnsmasq", "docker", "ip", "ping"] },
 *   async run({ $, check }, { uplink, known }) {
 *     const internet = await outsideNetwork($, uplink);
 *     const log = await nameServerOutside($, internet, known);
 *     const id = containerId("4c01db0b339c");
 *     const one = await $.told.as("one", id)`sudo docker run -d --dns ${internet.address} base sleep 600`;
 *     await check(59, "by its name").shows($`sudo docker exec ${one} ping -c 1 ${known}`, `(${internet.address})`);
 *     await check(61, "the host asks, it seems").shows($`cat ${log}`, `from ${internet.hostAddresses[0]}`);
 *   },
 * });
 * ```
 */
export async function nameServerOutside($: RecipeShell, outside: OutsideNetwork, name: Hostname): Promise<string> {
  const stays = $.told.background(NAME_SERVER_LOG, "started");
  await stays`sudo ip netns exec ${outside} dnsmasq --no-daemon --conf-file=/dev/null --no-resolv --no-hosts --log-queries --log-facility=- --local=/#/ --bind-interfaces --listen-address=${outside.address} --host-record=${name},${outside.address}`;
  return NAME_SERVER_LOG;
}
