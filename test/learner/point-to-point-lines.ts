/**
 * The lines of point-to-point, as somebody types them who keeps what `docker` prints in variables.
 */

/** All of the article's */
export const LINES: readonly string[] = [
  "one=$(docker run -d -i -t --rm --net=none base /bin/bash)",
  "two=$(docker run -d -i -t --rm --net=none base /bin/bash)",
  "p1=$(docker inspect -f '{{.State.Pid}}' $one)",
  "p2=$(docker inspect -f '{{.State.Pid}}' $two)",
  "mkdir -p /var/run/netns",
  "ln -s /proc/$p1/ns/net /var/run/netns/$p1",
  "ln -s /proc/$p2/ns/net /var/run/netns/$p2",
  "ip link add A type veth peer name B",
  "ip link set A netns $p1",
  "ip netns exec $p1 ip addr add 10.1.1.1/32 dev A",
  "ip netns exec $p1 ip link set A up",
  "ip netns exec $p1 ip route add 10.1.1.2/32 dev A",
  "ip link set B netns $p2",
  "ip netns exec $p2 ip addr add 10.1.1.2/32 dev B",
  "ip netns exec $p2 ip link set B up",
  "ip netns exec $p2 ip route add 10.1.1.1/32 dev B",
];
