/** The state of a machine that wiring changes, as text: it must be equal before and after. */

/** Fields that change by themselves, or contain an index */
const PASSING_OF_LINKS = [
  "s/^[0-9]*: //",
  "s/@if[0-9]*/@if/",
  "s/ link-netnsid [0-9]*//",
  "s/[a-z]*_timer *[0-9.]*//g",
  "s/topology_change[a-z_]* [01]//g",
  "s/8000[.][0-9a-f:]*//g",
  // Docker gives a new docker0 another hardware address
  "/^docker0/s/ether [0-9a-f:]*\\|[gt]so_max_[a-z]* [0-9]*//g",
].join("; ");

/** docker0 has an IPv6 address from its first cable on */
const OF_NEW_BRIDGE = "^\\(local fe80\\|fe80\\|multicast ff00\\).* dev docker0";

const LOOKS = [
  `ip -details -oneline link show | sed '${PASSING_OF_LINKS}' | sort`,
  "ip -oneline address show | sed 's/^[0-9]*: //; s/valid_lft.*//; /^docker0 .*inet6/d' | sort",
  `ip route show table all | grep -v '${OF_NEW_BRIDGE}' | sort`,
  "ip rule show",
  "ip neighbour show nud permanent",
  "iptables-save | grep -v '^#' | sed 's/\\[[0-9]*:[0-9]*\\]//'",
  "cat /proc/sys/net/ipv4/ip_forward",
  "stat --format '%n %A %U %G' /etc/default/docker; cat /etc/default/docker",
  "ls -l --time-style=+ /var/run/netns",
  "grep --invert-match -e overlay2 -e /run/docker/netns /proc/self/mountinfo | cut -d' ' -f4-",
  "ls -RA /run/wirework",
];

/** Docker's own state */
export const DOCKER_STATE = [
  "docker",
  "ps",
  "--all",
  "--no-trunc",
  "--format",
  "{{.ID}} {{.Names}} {{.Image}}",
] as const;

/** The kernel checks new IPv6 addresses for duplicates for a second, and reports a lost carrier late */
const SETTLED = `
while ip address | grep --quiet tentative; do sleep 0.05; done
for link in /sys/class/net/*; do
  while carrier=$(cat "$link/carrier") && case $carrier-$(cat "$link/operstate") in
    1-up | 1-unknown | 0-down | 0-lowerlayerdown) false ;;
  esac; do sleep 0.05; done
done`;

/** A sh(1) script that waits until the machine has settled, and prints its state */
export const PRINT_STATE = `set +e
exec 2>/dev/null
${SETTLED}
${LOOKS.map((look) => `echo "$ ${look.replace(/["$\\`]/g, "\\$&")}"; ${look}`).join("\n")}
true`;
