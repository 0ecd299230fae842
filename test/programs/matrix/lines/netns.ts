/** Beside what there is for all lines: a network that a process keeps, and a name that is a symbolic link */
export const NETNS_SETUP: readonly string[] = [
  "ip netns add held; ip netns exec held sleep 3600 >/dev/null 2>&1 &",
  "until ip netns pids held | grep -q .; do :; done",
  "ln -s /proc/1/ns/net /var/run/netns/linked",
];

/** Lines about names of networks, and in networks by their names */
export const NETNS_LINES = `ip netns add n2
ip netns a n2
sudo ip net add n2 unread
ip netns add n-2.x
sudo ip netns attach n2 1
ip netns att n2 1 unread
ip netns delete held
sudo ip netns del held unread
ip netns d linked
ip netns exec c1 ip netns add n2
ip -n c1 netns attach n2 1
ip netns exec c1 ip netns delete held
ip -netns c1 netns delete linked
ip netns exec c1 ip link set E mtu 1400
sudo ip netns exec c1 ip link set E alias x
ip netn e c1 ip link set E txqueuelen 7
ip -n c1 link set E mtu 1400
ip --netns c1 addr add 10.7.0.1/24 dev E
ip -4 -n c1 route add 10.7.0.0/24 dev E
ip netns exec c1 ip -n held link set lo mtu 1400
ip netns exec held ip netns exec c1 ip link set E down
ip netns exec linked ip link set B mtu 1400
ip -n linked link add n2 type bridge
nsenter --net=/run/netns/c1 ip netns add n2`.split("\n");
