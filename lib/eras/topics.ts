/**
 * The table of differences between the article and later engines.
 *
 * Runs on a real engine quote it, and `docs/then-and-now.md` is generated from it (`scripts/docs`). Tags and
 * files are moby's; measurements were made with Debian's docker.io 20.10.24.
 *
 * @module
 */
import type { Topic } from "./topic.ts";

/** The topics in the article's order */
export const TOPICS: readonly Topic[] = [
  {
    topic: "docker0's address",
    claims: [2, 52, 81, 82, 96, 108],
    article: "172.17.42.1/16, picked at random",
    engines: {
      "1.1": "172.17.42.1/16, or the first of eleven other ranges that clashes with nothing",
      "20.10":
        "172.17.0.1/16, or the first address of the next free pool: 172.18 to 172.31, then 192.168 in /20s; later starts keep it, whatever routes there are by then",
    },
    sources: [
      "v1.1.0 daemon/networkdriver/bridge/driver.go",
      "20.10: measured",
      "v20.10.24 vendor/github.com/docker/libnetwork/ipamutils/utils.go",
      "v28.1.1 libnetwork/ipamutils/utils.go",
      "docker-v29.0.0 daemon/libnetwork/ipamutils/utils.go",
    ],
  },
  {
    topic: "Name of the host's end of a cable",
    claims: [7, 78, 89],
    article: "vethAQI2QT, and veth65f9 elsewhere",
    engines: { "1.1": "veth and four hexadecimal digits", "20.10": "veth and seven hexadecimal digits" },
    sources: [
      "v1.1.0 vendor/src/github.com/docker/libcontainer/network/veth.go",
      "v20.10.24 vendor/github.com/docker/libnetwork/drivers/bridge/bridge.go",
      "v28.1.1 libnetwork/drivers/bridge/bridge_linux.go",
      "docker-v29.0.0 daemon/libnetwork/drivers/bridge/bridge_linux.go",
    ],
  },
  {
    topic: "Values of --net",
    claims: [22],
    article: "bridge, none, container:NAME_or_ID, host",
    engines: { "1.1": null, "20.10": "also any network that docker network create has made (since 1.9)" },
    sources: ["v1.1.0 runconfig/parse.go", "v1.9.0 runconfig/hostconfig_unix.go"],
  },
  {
    topic: "When the host's resolv.conf changes",
    claims: [27],
    article: "so does every container's",
    engines: {
      "1.1": "so does every container's, if the file is changed in place: it is the host's own file that is mounted",
      "20.10": "a container gets the change when it starts again; a running one keeps its copy (since 1.5)",
    },
    sources: [
      "v1.1.0 daemon/container.go, daemon/volumes.go",
      "v1.5.0 docs/sources/articles/networking.md",
      "20.10: measured",
      "v28.1.1 libnetwork/sandbox_dns_unix.go",
      "docker-v29.0.0 daemon/libnetwork/sandbox_dns_unix.go",
    ],
  },
  {
    topic: "Nameservers on the host's loopback",
    claims: [40],
    article: "nothing: the container's resolv.conf looks like the host's",
    engines: {
      "1.1": "with 127.0.0.1 or 127.0.1.1 in the host's file, 8.8.8.8 and 8.8.4.4 instead of all",
      "20.10": "left out; where none is left, 8.8.8.8 and 8.8.4.4",
    },
    sources: [
      "v1.1.0 utils/utils.go, daemon/daemon.go",
      "v20.10.24 vendor/github.com/docker/libnetwork/resolvconf/resolvconf.go",
      "v28.1.1 libnetwork/internal/resolvconf/resolvconf.go",
      "docker-v29.0.0 daemon/libnetwork/internal/resolvconf/resolvconf.go",
    ],
  },
  {
    topic: "--link",
    claims: [34, 35, 53],
    article: "the way for containers to find each other",
    engines: {
      "1.1": null,
      "20.10": "legacy, and of the default bridge only: a network of one's own resolves names without it",
      "29": "legacy, and without environment variables unless DOCKER_KEEP_DEPRECATED_LEGACY_LINKS_ENV_VARS=1",
    },
    sources: [
      "docker/cli docs/deprecated.md, “Links on the default bridge network”, “Legacy links environment variables”",
      "docker-v29.0.0 daemon/container_operations_unix.go",
    ],
  },
  {
    topic: "A link's line in /etc/hosts",
    claims: [34],
    article: "the address and the alias",
    engines: { "1.1": null, "20.10": "the address, the alias, the other container's ID and its name" },
    sources: ["v1.1.0 daemon/container.go", "20.10: measured"],
  },
  {
    topic: "ip_forward",
    claims: [45],
    article: "set to 1 when Docker starts",
    engines: {
      "1.1": null,
      "29": "set to 1 when Docker starts, but with --firewall-backend=nftables it must be 1 already",
    },
    sources: [
      "v1.1.0 daemon/networkdriver/bridge/driver.go",
      "20.10: measured",
      "docker-v29.0.0 daemon/libnetwork/drivers/bridge/setup_ip_forwarding.go",
    ],
  },
  {
    topic: "Whose rules they are",
    claims: [47],
    article: "those of iptables",
    engines: { "1.1": null, "29": "those of iptables, or with --firewall-backend=nftables of nftables" },
    sources: ["docker-v29.0.0 daemon/command/config_unix.go"],
  },
  {
    topic: "Rule of --icc",
    claims: [48, 49, 56],
    article: "a blanket ACCEPT in FORWARD, or the policy DROP",
    engines: {
      "1.1": "in FORWARD, -i docker0 -o docker0 -j ACCEPT, or the same with DROP",
      "20.10": "in FORWARD, -i docker0 -o docker0 -j ACCEPT, or as its last rule the same with DROP",
      "28": "in DOCKER-FORWARD, -i docker0 -j ACCEPT, or -i docker0 -o docker0 -j DROP",
    },
    sources: [
      "v1.1.0 daemon/networkdriver/bridge/driver.go",
      "20.10: measured",
      "v28.1.1 and docker-v29.0.0 integration/network/bridge/iptablesdoc/generated/usernet-portmap-noicc.md",
    ],
  },
  {
    topic: "FORWARD's policy",
    claims: [49, 56, 60],
    article: "ACCEPT",
    engines: {
      "1.1": null,
      "20.10": "DROP, if it was Docker that switched ip_forward on (since 1.13)",
      "28": "DROP, if it was Docker that switched ip_forward on, without --ip-forward-no-drop",
    },
    sources: [
      "20.10: measured",
      "v28.1.1 libnetwork/drivers/bridge/setup_ip_forwarding.go",
      "docker-v29.0.0 daemon/libnetwork/drivers/bridge/setup_ip_forwarding.go",
    ],
  },
  {
    topic: "Packets of one bridge and the rules",
    claims: [49, 53, 54],
    article: "they meet, always",
    engines: {
      "1.1": null,
      "20.10": "they meet if the module br_netfilter is loaded, as Docker does when it starts",
      "28": "they meet if the module br_netfilter is loaded, as Docker does for --icc=false or without its proxy (since 27.4)",
    },
    sources: [
      "v20.10.24 vendor/github.com/docker/libnetwork/drivers/bridge/bridge.go, setup_bridgenetfiltering.go",
      "v28.1.1 libnetwork/drivers/bridge/bridge_linux.go",
      "docker-v29.0.0 daemon/libnetwork/drivers/bridge/bridge_linux.go",
    ],
  },
  {
    topic: "Rules of a link",
    claims: [53, 57],
    article: "on top of FORWARD: --sport, then --dport",
    engines: {
      "1.1": null,
      "20.10": "in chain DOCKER, which FORWARD jumps to: --dport, then --sport (since 1.5)",
      "28": "in chain DOCKER, which FORWARD gets to by DOCKER-FORWARD and DOCKER-BRIDGE: --dport, then --sport",
    },
    sources: [
      "v1.1.0 links/links.go, daemon/networkdriver/bridge/driver.go",
      "v1.5.0 daemon/networkdriver/bridge/driver.go",
      "20.10: measured",
      "v28.1.1 libnetwork/drivers/bridge/link.go, libnetwork/iptables/iptables.go",
      "docker-v29.0.0 daemon/libnetwork/drivers/bridge/internal/iptabler/link.go",
    ],
  },
  {
    topic: "A neighbour with a route to the containers",
    claims: [60],
    article: "can't connect to them",
    engines: {
      "1.1": "can connect to them",
      "20.10": "can connect to them, unless FORWARD's policy is DROP",
      "28": null,
    },
    sources: [
      "v1.1.0 daemon/networkdriver/bridge/driver.go",
      "v20.10.24 vendor/github.com/docker/libnetwork/drivers/bridge/setup_ip_tables.go",
      "v28.1.1 and docker-v29.0.0 integration/network/bridge/iptablesdoc/generated/new-daemon.md",
    ],
  },
  {
    topic: "Rule of the masquerade",
    claims: [62],
    article: "-s 172.17.0.0/16 ! -d 172.17.0.0/16",
    engines: { "1.1": null, "20.10": "-s 172.17.0.0/16 ! -o docker0" },
    sources: [
      "v1.1.0 daemon/networkdriver/bridge/driver.go",
      "20.10: measured",
      "v28.1.1 and docker-v29.0.0 integration/network/bridge/iptablesdoc/generated/new-daemon.md",
    ],
  },
  {
    topic: "Host ports of -P",
    claims: [65],
    article: "49000 to 49900",
    engines: { "1.1": "49153 to 65535", "20.10": "the kernel's ip_local_port_range, which begins with 32768" },
    sources: [
      "v1.1.0 daemon/networkdriver/portallocator/portallocator.go",
      "20.10: measured",
      "v28.1.1 libnetwork/portallocator/portallocator.go",
      "docker-v29.0.0 daemon/libnetwork/portallocator/portallocator.go",
    ],
  },
  {
    topic: "Rules of a published port",
    claims: [68],
    article: "DNAT in nat's chain DOCKER",
    engines: {
      "1.1": "DNAT in nat's chain DOCKER, and ACCEPT on top of FORWARD",
      "20.10": "DNAT in nat's chain DOCKER, and ACCEPT in filter's chain DOCKER",
      "28": "DNAT in nat's chain DOCKER, ACCEPT in filter's, and DROP in raw for what goes straight to the container",
    },
    sources: [
      "v1.1.0 pkg/iptables/iptables.go",
      "20.10: measured",
      "v28.1.1 and docker-v29.0.0 integration/network/bridge/iptablesdoc/generated/usernet-portmap.md",
    ],
  },
  {
    topic: "A published port without an address",
    claims: [69],
    article: "is open on 0.0.0.0",
    engines: { "1.1": null, "20.10": "is open on 0.0.0.0 and on [::]" },
    sources: ["20.10: measured"],
  },
  {
    topic: "Userland proxy",
    claims: [67, 69, 70],
    article: "not mentioned",
    engines: {
      "1.1": "one for each published port, in the daemon itself",
      "20.10": "a process docker-proxy for each published port and address, unless --userland-proxy=false (since 1.7)",
    },
    sources: [
      "v1.1.0 daemon/networkdriver/portmapper/mapper.go",
      "v1.7.0 daemon/config_linux.go",
      "20.10: measured",
      "v28.1.1 cmd/dockerd/config_unix.go",
    ],
  },
  {
    topic: "Where DOCKER_OPTS is read",
    claims: [51, 71, 77, 87],
    article: "/etc/default/docker, at a restart",
    engines: {
      "1.1": null,
      "20.10": "/etc/default/docker by Debian's docker.io; Docker's own packages read /etc/docker/daemon.json instead",
    },
    sources: [
      "v1.1.0 contrib/init/upstart/docker.conf",
      "v20.10.24 contrib/init/systemd/docker.service",
      "docker.service of Debian's docker.io 20.10.24",
      "docker-v29.0.0 contrib/init/systemd/docker.service",
    ],
  },
  {
    topic: "MTU without --mtu",
    claims: [74],
    article: "1500, or that of the default route's interface",
    engines: { "1.1": null, "20.10": "1500 (since 1.10)" },
    sources: [
      "v1.1.0 daemonconfig/config.go",
      "v1.9.0 and v1.10.0 daemon/daemon.go",
      "20.10: measured",
      "v28.1.1 and docker-v29.0.0 daemon/config/config.go",
    ],
  },
  {
    topic: "First container's address",
    claims: [75, 80, 88, 96],
    article: "172.17.0.2",
    engines: {
      "1.1": null,
      "20.10": "the lowest that is free: 172.17.0.2, but 192.168.1.1 with --bip=192.168.1.5/24",
    },
    sources: [
      "v1.1.0 daemon/networkdriver/ipallocator/allocator.go",
      "20.10: measured",
      "v28.1.1 libnetwork/ipams/defaultipam/allocator.go",
      "docker-v29.0.0 daemon/libnetwork/ipams/defaultipam/allocator.go",
    ],
  },
  {
    topic: "Addresses of eth0",
    claims: [82, 108],
    article: "IPv4 without a broadcast address, and an inet6 of the kernel's own",
    engines: { "1.1": null, "20.10": "IPv4 with a broadcast address, and no inet6 unless the network has IPv6" },
    sources: [
      "v1.1.0 vendor/src/github.com/docker/libcontainer/netlink/netlink_linux.go",
      "20.10: measured",
      "v28.1.1 libnetwork/osl/interface_linux.go",
      "docker-v29.0.0 daemon/libnetwork/osl/interface_linux.go",
    ],
  },
  {
    topic: "MAC address of eth0",
    claims: [82, 108],
    article: "a random one",
    engines: { "1.1": null, "20.10": "02:42 and the four bytes of the IPv4 address (since 1.3)", "28": null },
    sources: [
      "v1.3.0 daemon/networkdriver/bridge/driver.go",
      "20.10: measured",
      "v27.5.1 and v28.0.0 libnetwork/drivers/bridge/bridge_linux.go",
      "docker-v29.0.0 daemon/libnetwork/drivers/bridge/bridge_linux.go",
    ],
  },
  {
    topic: "docker0, with -b and after brctl delbr",
    claims: [84, 85],
    article: "gone",
    engines: { "1.1": null, "20.10": "made again when Docker starts, of what it has stored; it stays down and unused" },
    sources: [
      "v1.1.0 daemon/networkdriver/bridge/driver.go",
      "20.10: measured",
      "v28.1.1 daemon/daemon_unix.go, libnetwork/drivers/bridge/bridge_store.go",
      "docker-v29.0.0 daemon/daemon_unix.go, daemon/libnetwork/drivers/bridge/bridge_store.go",
    ],
  },
];
