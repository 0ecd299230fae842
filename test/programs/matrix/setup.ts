import { FOLDER } from "./lines/files.ts";

/** What there is before each line: links of somebody else's, with all that they can lose */
export const SETUP = `ip link set lo up
ip link add A type veth peer name B
ip link add br0 address 02:00:00:00:00:aa type bridge
ip link add br1 type bridge
ip link add C type veth peer name D
ip link set C master br0
ip link add P type veth peer name Q
ip link set P master br0; ip link set P up; ip link set Q up
ip link set P type bridge_slave hairpin on learning off cost 7 neigh_suppress on isolated on mcast_router 2
ip link set A up; ip link set B up; ip link set C up; ip link set br0 up
ip addr add 10.1.1.1/24 dev A
ip -6 addr add fd00:1::1/64 dev A nodad
ip route add 10.9.0.0/24 dev A metric 7
ip route add 10.9.0.0/24 via 10.1.1.3 metric 500
ip route add default via 10.1.1.2 table 77
ip route add default via 10.1.1.9
ip -6 route add fd00:9::/64 dev A
ip rule add from 10.1.1.0/24 table 77 pref 99
ip -6 rule add from fd00:1::/64 table 77 pref 98
ip neigh add 10.1.1.77 lladdr 02:00:00:00:00:77 dev A
ip neigh add proxy 10.1.1.66 dev A router; ip -6 neigh add proxy fd00:1::66 dev A
ip netns add c1; ip -n c1 link set lo up
ip link add E netns c1 type veth peer name F netns c1
ip -n c1 link set E up; ip -n c1 link set F up
ip -n c1 link add br7 type bridge; ip -n c1 link add G netns c1 master br7 type veth peer name H netns c1
ip -n c1 addr add 10.3.1.1/24 dev E
ip -n c1 route add 10.3.7.0/24 via 10.3.1.9
ip link add K type veth peer name L; ip link add M type veth peer name N
tc qdisc add dev K root handle 5: tbf rate 12345bit burst 1540 limit 5000
tc qdisc add dev L root handle 7: pfifo limit 77
tc qdisc add dev M root handle 1: htb default 10; tc class add dev M parent 1: classid 1:10 htb rate 1mbit
tc class add dev M parent 1: classid 1:20 htb rate 1mbit; tc qdisc add dev M parent 1:20 handle 20: bfifo limit 5000
nft add table inet t; nft add chain inet t in '{ type filter hook input priority 5; policy accept; comment "of somebody"; }'
nft add chain inet t own; nft add chain inet t nope '{ type filter hook output priority -7; policy accept; }'; nft add rule inet t in tcp dport 80 counter accept; nft add rule inet t in tcp dport 443 counter accept
nft add table ip empty; nft add rule inet t in jump own
iptables -N own; iptables -N empty; iptables -A own -s 10.1.1.0/24 -j ACCEPT; iptables -A FORWARD -i A -o B -j ACCEPT
iptables -A FORWARD -i A -j DROP; iptables -P FORWARD DROP; iptables -t nat -A POSTROUTING -s 10.1.1.0/24 -j MASQUERADE; ip6tables -A FORWARD -i A -j DROP
mkdir -p /run/wired/d/in /run/wired/e /run/wired/f/g; echo a >/run/wired/a; echo c >/run/wired/c; chmod 0600 /run/wired/c; echo in >/run/wired/d/in/a
ln -s a /run/wired/l; ln -s d /run/wired/to-d; ln -s nowhere /run/wired/dangling`.split("\n");

/** Files that lines change, beside those that every look sees */
export const PATHS: readonly string[] = [
  FOLDER,
  "/var/run/netns",
  "/proc/self/mounts",
  "/proc/sys/net/ipv4/conf/A/proxy_arp",
];

/** Files of the networks beside this one */
export const NETWORKS: readonly string[] = ["/var/run/netns/c1"];
