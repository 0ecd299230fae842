/**
 * The output of the article's lines, as the article shows it: `...` marks an omission.
 *
 * The values in it are the article's own: containers, processes, addresses, indexes of links.
 *
 * @module
 */

/** A line of the article, and its output there */
export interface Sample {
  /** The article's section, as a recipe names it */
  readonly section: string;
  readonly line: string;
  readonly printed: readonly string[];
}

/** The samples in the article's order */
export const SAMPLES: readonly Sample[] = [
  {
    section: "Configuring DNS",
    line: "mount",
    printed: [
      "...",
      "/dev/disk/by-uuid/1fec...ebdf on /etc/hostname type ext4 ...",
      "/dev/disk/by-uuid/1fec...ebdf on /etc/hosts type ext4 ...",
      "tmpfs on /etc/resolv.conf type tmpfs ...",
      "...",
    ],
  },
  {
    section: "Communication between containers",
    line: "cat /proc/sys/net/ipv4/ip_forward",
    printed: ["0"],
  },
  {
    section: "Communication between containers",
    line: "cat /proc/sys/net/ipv4/ip_forward",
    printed: ["1"],
  },
  {
    section: "Communication between containers",
    line: "sudo iptables -L -n",
    printed: [
      "...",
      "Chain FORWARD (policy ACCEPT)",
      "target     prot opt source               destination",
      "DROP       all  --  0.0.0.0/0            0.0.0.0/0",
      "...",
    ],
  },
  {
    section: "Communication between containers",
    line: "sudo iptables -L -n",
    printed: [
      "...",
      "Chain FORWARD (policy ACCEPT)",
      "target     prot opt source               destination",
      "ACCEPT     tcp  --  172.17.0.2           172.17.0.3           tcp spt:80",
      "ACCEPT     tcp  --  172.17.0.3           172.17.0.2           tcp dpt:80",
      "DROP       all  --  0.0.0.0/0            0.0.0.0/0",
    ],
  },
  {
    section: "Binding container ports to the host",
    line: "sudo iptables -t nat -L -n",
    printed: [
      "...",
      "Chain POSTROUTING (policy ACCEPT)",
      "target     prot opt source               destination",
      "MASQUERADE  all  --  172.17.0.0/16       !172.17.0.0/16",
      "...",
    ],
  },
  {
    section: "Binding container ports to the host",
    line: "iptables -t nat -L -n",
    printed: [
      "...",
      "Chain DOCKER (2 references)",
      "target     prot opt source               destination",
      "DNAT       tcp  --  0.0.0.0/0            0.0.0.0/0            tcp dpt:49153 to:172.17.0.2:80",
    ],
  },
  {
    section: "Customizing docker0",
    line: "sudo brctl show",
    printed: [
      "bridge name     bridge id               STP enabled     interfaces",
      "docker0         8000.3a1d7362b4ee       no              veth65f9",
      "                                                        vethdda6",
    ],
  },
  {
    section: "Customizing docker0",
    line: "ip addr show eth0",
    printed: [
      "24: eth0: <BROADCAST,UP,LOWER_UP> mtu 1500 qdisc pfifo_fast state UP group default qlen 1000",
      "    link/ether 32:6f:e0:35:57:91 brd ff:ff:ff:ff:ff:ff",
      "    inet 172.17.0.3/16 scope global eth0",
      "       valid_lft forever preferred_lft forever",
      "    inet6 fe80::306f:e0ff:fe35:5791/64 scope link",
      "       valid_lft forever preferred_lft forever",
    ],
  },
  {
    section: "Customizing docker0",
    line: "ip route",
    printed: ["default via 172.17.42.1 dev eth0", "172.17.0.0/16 dev eth0  proto kernel  scope link  src 172.17.0.3"],
  },
  {
    section: "Building your own bridge",
    line: "ip addr show bridge0",
    printed: [
      "4: bridge0: <BROADCAST,MULTICAST> mtu 1500 qdisc noop state UP group default",
      "    link/ether 66:38:d0:0d:76:18 brd ff:ff:ff:ff:ff:ff",
      "    inet 192.168.5.1/24 scope global bridge0",
      "       valid_lft forever preferred_lft forever",
    ],
  },
  {
    section: "How Docker networks a container",
    line: "sudo docker run -i -t --rm --net=none base /bin/bash",
    printed: ["root@63f36fc01b5f:/#"],
  },
  {
    section: "How Docker networks a container",
    line: "sudo docker inspect -f '{{.State.Pid}}' 63f36fc01b5f",
    printed: ["2778"],
  },
  {
    section: "How Docker networks a container",
    line: "ip addr show docker0",
    printed: ["21: docker0: ...", "inet 172.17.42.1/16 scope global docker0", "..."],
  },
  {
    section: "Building a point-to-point connection",
    line: "sudo docker run -i -t --rm --net=none base /bin/bash",
    printed: ["root@1f1f4c1f931a:/#"],
  },
  {
    section: "Building a point-to-point connection",
    line: "sudo docker run -i -t --rm --net=none base /bin/bash",
    printed: ["root@12e343489d2f:/#"],
  },
  {
    section: "Building a point-to-point connection",
    line: "sudo docker inspect -f '{{.State.Pid}}' 1f1f4c1f931a",
    printed: ["2989"],
  },
  {
    section: "Building a point-to-point connection",
    line: "sudo docker inspect -f '{{.State.Pid}}' 12e343489d2f",
    printed: ["3004"],
  },
];
