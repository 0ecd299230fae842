/**
 * The lines of net-none-manual, in other words of `ip`, as somebody types them who keeps what `docker` prints in variables.
 */

/** All of the article's, up to the exit */
export const WIRED: readonly string[] = [
  "shell=$(docker run -d -i -t --net=none base:latest /bin/bash)",
  "pid=$(docker inspect -f '{{.State.Pid}}' $shell)",
  "mkdir -p /var/run/netns",
  "ln -s /proc/$pid/ns/net /var/run/netns/$pid",
  "ip link add A type veth peer name B",
  "ip link set A master docker0 up",
  "ip link set B netns $pid name eth0",
  "ip -n $pid link set eth0 up",
  "ip -n $pid addr add 172.17.42.99/16 dev eth0",
  "ip -n $pid route add default via 172.17.42.1",
];
