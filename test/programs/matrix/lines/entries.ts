/** Lines about addresses, routes, rules and neighbours */
export const ADDRESS_LINES = `ip addr add 10.5.1.1/24 dev A
ip address add 10.5.1.1/24 dev A
ip a a 10.5.1.1/24 dev A
ip addr add dev A 10.5.1.1/24
ip addr add local 10.5.1.1/24 dev A
sudo ip addr add 10.5.1.1/32 dev A
ip addr add 10.5.1.1 dev A
ip addr add 10.6.1.1 peer 10.6.1.2 dev A
ip addr add 10.6.1.1 peer 10.6.1.2/24 dev A
ip addr add 10.6.1.1 remote 10.6.1.2 dev A
ip addr add 10.5.1.1/24 broadcast + dev A
ip addr add 10.5.1.1/24 brd 10.5.1.255 dev A
ip addr add 10.5.1.1/24 dev A label A:x
ip addr add 10.5.1.1/24 dev A scope link
ip addr add 10.5.1.1/24 dev A metric 77
ip addr add 10.5.1.1/24 dev A noprefixroute
ip addr add 10.1.1.7/24 dev A
ip -4 addr add 10.5.1.1/24 dev A
ip -6 addr add fd00:5::1/64 dev A nodad
ip addr add fd00:5::1/64 dev A nodad
ip addr add fd00:5::1/128 dev A nodad
ip addr add fd00:5::1/64 dev A nodad home
ip -n c1 addr add 10.5.1.1/24 dev E
ip netns exec c1 ip addr add 10.5.1.1/24 dev E
ip addr add 127.0.0.2/8 dev lo
ip addr del 10.1.1.1/24 dev A
ip addr del dev A 10.1.1.1/24
ip addr del 10.1.1.1 dev A
ip addr del fd00:1::1/64 dev A
ip -6 addr del fd00:1::1/64 dev A
ip addr replace 10.1.1.1/24 dev A metric 5
ip addr replace 10.5.1.1/24 dev A
ip addr change 10.1.1.1/24 dev A metric 5
ip addr flush dev A
ip addr flush dev B
ip -n c1 addr flush dev E`.split("\n");

export const ROUTE_LINES = `ip route add 10.7.0.0/24 dev A
ip r a 10.7.0.0/24 dev A
ip route add to 10.7.0.0/24 dev A
ip route add dev A 10.7.0.0/24
ip route add 10.7.0.1 dev A
ip route add 10.7.0.0/24 via 10.1.1.2
sudo ip route add 10.7.0.0/24 via 10.1.1.2 dev A
ip route add default via 10.1.1.2 metric 50
ip route add default dev A metric 50
ip route add 10.9.0.0/24 dev A metric 600
ip route add 10.9.0.0/24 dev A
ip route add 10.7.0.0/24 via 10.1.1.2 table 78
ip route add 10.7.0.0/24 dev A table local
ip route add 10.7.0.0/24 dev A scope link
ip route add 10.7.0.0/24 dev A proto static
ip route add 10.7.0.0/24 dev A src 10.1.1.1
ip route add 10.7.0.0/24 dev A mtu 1400
ip route add 10.7.0.0/24 dev A mtu lock 1400
ip route add 10.7.0.0/24 dev A advmss 1000 initcwnd 10
ip route add 10.7.0.0/24 dev A tos 0x10
ip route add 10.7.0.0/24 dev A priority 7
ip route add 10.7.0.0/24 dev A preference 7
ip route add 10.7.0.0/24 via 172.16.0.1 dev A onlink
ip route add 10.4.0.0/24 nexthop via 10.1.1.5 nexthop via 10.1.1.6
ip route add 10.4.0.0/24 nexthop via 10.1.1.5 weight 3 nexthop via 10.1.1.6 dev A
ip route add blackhole 10.8.0.0/16
ip route add unreachable 10.8.0.0/16
ip route add prohibit 10.8.0.0/16 metric 7
ip route add throw 10.8.0.0/16 table 78
ip route add local 10.8.0.0/16 dev lo
ip route append 10.9.0.0/24 via 10.1.1.7 metric 7
ip route prepend 10.9.0.0/24 via 10.1.1.7 metric 7
ip -6 route add default dev A
ip -6 route add fd00:7::/64 dev A
ip route add fd00:7::/64 via fd00:1::2
ip -6 route add fd00:7::/64 dev A metric 77
ip -6 route add blackhole fd00:8::/64
ip -n c1 route add 10.7.0.0/24 dev E
ip netns exec c1 ip route add default via 10.3.1.2
ip route del 10.9.0.0/24 dev A metric 7
ip route del 10.9.0.0/24 metric 500
ip route del 10.9.0.0/24
ip route del default
ip route delete default via 10.1.1.9
ip route del default table 77
ip route del 10.1.1.0/24 dev A
ip -6 route del fd00:9::/64
ip route replace default via 10.1.1.2 dev A
ip route replace 10.9.0.0/24 via 10.1.1.4 metric 500
ip route replace 10.7.0.0/24 dev A
ip route change 10.9.0.0/24 via 10.1.1.4 metric 500
ip route chg default via 10.1.1.2
ip -n c1 route del 10.3.7.0/24`.split("\n");

export const RULE_LINES = `ip rule add from 10.1.1.9 table 5
ip rule add from 10.1.1.0/24 lookup 5
ip rule add from 10.1.1.9 table 5 pref 77
ip rule add to 10.2.0.0/16 table 5 priority 77
ip rule add from 10.1.1.9 to 10.2.0.0/16 iif A table 5
ip rule add oif A table main
ip rule add fwmark 7 table 5
ip rule add fwmark 0x7/0xff table 5
ip rule add not from 10.1.1.9 table 5
ip rule add tos 0x10 table 5
ip rule add from 10.1.1.9 blackhole
ip rule add from 10.1.1.9 unreachable pref 90
ip rule add from 10.1.1.9 prohibit pref 90
ip rule add ipproto tcp dport 80 table 5
ip rule add ipproto udp sport 53-60 table 5
ip rule add uidrange 0-0 table 5
ip rule add from all table main suppress_prefixlength 0
ip -6 rule add from fd00::/8 table 5
ip -n c1 rule add from 10.1.1.9 table 5
ip rule del pref 99
ip rule del from 10.1.1.0/24 table 77 pref 99
ip rule del from 10.1.1.0/24 table 77
ip -6 rule del pref 98`.split("\n");

export const NEIGHBOUR_LINES = `ip neigh add 10.1.1.8 lladdr 02:00:00:00:00:08 dev A
ip neighbour add 10.1.1.8 lladdr 02:00:00:00:00:08 dev A nud permanent
ip neighbor add to 10.1.1.8 lladdr 02:00:00:00:00:08 dev A nud noarp
ip n a 10.1.1.8 lladdr 02:00:00:00:00:08 dev A
ip neigh replace 10.1.1.77 lladdr 02:00:00:00:00:08 dev A
ip neigh change 10.1.1.77 lladdr 02:00:00:00:00:08 dev A
ip neigh replace 10.1.1.8 lladdr 02:00:00:00:00:08 dev A
ip neigh del 10.1.1.77 dev A
ip -6 neigh add fd00:1::8 lladdr 02:00:00:00:00:08 dev A
ip -n c1 neigh add 10.3.1.8 lladdr 02:00:00:00:00:08 dev E
ip neigh add 10.1.1.8 lladdr 02:00:00:00:00:08 dev A proto static
ip neigh add proxy 10.1.1.8 dev A
ip neigh add dev A proxy 10.1.1.77
ip neigh add proxy 10.1.1.8 dev A router
ip n a proxy 10.1.1.8 dev A proto static
ip neigh add proxy 10.1.1.66 dev A
ip -6 neigh add proxy fd00:1::8 dev A
ip neigh replace proxy 10.1.1.8 dev A
ip neigh replace proxy 10.1.1.66 dev A
ip neigh replace proxy 10.1.1.66 dev A proto 77
ip neigh change proxy 10.1.1.8 dev A
ip neigh del proxy 10.1.1.66 dev A
ip -6 neigh del proxy fd00:1::66 dev A
ip -n c1 neigh add proxy 10.3.1.8 dev E
ip netns exec c1 ip neigh add proxy 10.3.1.8 dev E`.split("\n");
