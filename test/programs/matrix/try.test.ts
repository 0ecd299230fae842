import { afterAll, beforeAll, test } from "bun:test";
import { describeInSandbox } from "../../support/test-host.ts";
import { MatrixHost } from "./matrix-host.ts";

const SETUP = `ip link set lo up
ip link add A type veth peer name B
ip link add br0 address 02:00:00:00:00:aa type bridge
ip link add br1 type bridge
ip link add C type veth peer name D
ip link set C master br0
ip link set A up; ip link set B up; ip link set C up; ip link set br0 up
ip addr add 10.1.1.1/24 dev A
ip -6 addr add fd00:1::1/64 dev A nodad
ip route add 10.9.0.0/24 dev A metric 7
ip route add 10.9.0.0/24 via 10.1.1.3 metric 500
ip route add default via 10.1.1.2 table 77
ip route add default via 10.1.1.9
ip netns add c1; ip -n c1 link set lo up`.split("\n");
const LINES = `ip link add X type veth peer name Y
ip link add link A name mv0 type macvlan mode bridge
ip link add D2 master br1 type veth peer name E2
ip link set D up
ip link set A up
ip link set A down
ip link set A netns c1
ip link set A netns c1 name eth0
ip link set B name eth9
ip link set D master br1
ip link set C nomaster
ip link set A mtu 1400
ip link set A address 02:00:00:00:00:01
ip link set A txqueuelen 7
ip link set A alias hello
ip link set A arp off
ip link set A promisc on
ip link set A group 7
ip link set br0 type bridge stp_state 1
ip link set br0 type bridge forward_delay 300 stp_state 1
ip link set D up mtu 1400
ip link del br1
ip link del A
ip addr add 10.5.1.1/24 dev A
ip addr add 10.6.1.1 peer 10.6.1.2 dev A
ip addr del 10.1.1.1/24 dev A
ip addr replace 10.1.1.1/24 dev A metric 5
ip addr flush dev A
ip route add 10.9.0.0/24 dev A metric 600
ip route add 10.7.0.0/24 via 10.1.1.2 table 78
ip route add blackhole 10.8.0.0/16
ip route del 10.9.0.0/24 dev A metric 7
ip route del default
ip route replace default via 10.1.1.2 dev A
ip route change 10.9.0.0/24 via 10.1.1.4 metric 500
ip route add 10.4.0.0/24 nexthop via 10.1.1.5 nexthop via 10.1.1.6
ip -6 route add default dev A`.split("\n");

describeInSandbox((host) => {
  let matrix: MatrixHost;
  beforeAll(() => void (matrix = new MatrixHost(host(), SETUP)));
  afterAll(() => matrix[Symbol.asyncDispose]());
  test.each(LINES)("%s", async (line) => {
    const said = (one: any) => one === null ? "?" : one.left.length > 0 ? "WRONG " + one.left.join("\n       ")+"\n     "+one.lines.join(" ; ") : one.refused !== null ? "refused: " + one.refused.slice(0, 150) : "ok";
    try {
      const a = await matrix.ask(line);
      console.log(`${line}\n   journal ${said(a.journal)} ${a.journal.changed.length}\n   script ${said(a.script)}\n   explain ${said(a.explain)}`);
    } catch (e) { console.log(`${line}: ${e}`); matrix = new MatrixHost(host(), SETUP); }
  });
});
