/** The state of a machine that wiring changes, as text: it must be equal before and after. */

/** The parts of a machine's state, read by one program: a pipeline for each would take most of the tests' time */
interface Looked {
  readonly line: string;
  /** Fields that change by themselves, or contain an index */
  readonly passing?: readonly RegExp[];
  /** Lines that come and go by themselves */
  readonly but?: RegExp;
  /** True where the order is the kernel's own, by an index */
  readonly isSorted?: true;
}

const INDEX = /^\d+: /;

const LOOKS: readonly Looked[] = [
  {
    line: "ip -details -oneline link show",
    passing: [
      INDEX,
      /(?<=@if)\d*/g,
      / link-netnsid \d*/,
      /[a-z]*_timer *[\d.]*/g,
      /topology_change[a-z_]* [01]/g,
      /8000\.[\da-f:]*/g,
      // Docker gives a new docker0 another hardware address
      /(?<=^docker0.*)(?:ether [\da-f:]*|[gt]so_max_[a-z]* \d*)/g,
    ],
    isSorted: true,
  },
  { line: "ip -oneline address show", passing: [INDEX, /valid_lft.*/], but: /^docker0 .*inet6/, isSorted: true },
  // docker0 has an IPv6 address from its first cable on
  {
    line: "ip route show table all",
    but: /^(?:local fe80|fe80|multicast ff00).* dev docker0/,
    isSorted: true,
  },
  { line: "ip rule show" },
  { line: "ip neighbour show nud permanent" },
  { line: "iptables-save", passing: [/\[\d+:\d+\]/], but: /^#/ },
  { line: "cat /proc/sys/net/ipv4/ip_forward /etc/default/docker" },
  { line: "stat --format '%n %A %U %G' /etc/default/docker" },
  { line: "ls -l --time-style=+ /var/run/netns" },
  { line: "cat /proc/self/mountinfo", passing: [/^(?:\S+ ){3}/], but: /overlay2|\/run\/docker\/netns/ },
  { line: "ls -RA /run/wirework" },
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
while [ -n "$(ip -6 address show tentative)" ]; do sleep 0.05; done
for link in /sys/class/net/*; do
  while read -r carrier <"$link/carrier" && read -r state <"$link/operstate" && case $carrier-$state in
    1-up | 1-unknown | 0-down | 0-lowerlayerdown) false ;;
  esac; do sleep 0.05; done
done`;

const MARK = "$ ";

/** A sh(1) script that waits until the machine has settled, and prints its state, for {@linkcode stateIn} to read */
export const PRINT_STATE = `set +e
exec 2>/dev/null
${SETTLED}
${LOOKS.map(({ line }, at) => `echo '${MARK}${at}'; ${line}`).join("\n")}
echo '${MARK}'
true`;

/** Reads what {@linkcode PRINT_STATE} has printed, and what was printed after it, as lines that only wiring changes */
export function stateIn(printed: string): readonly string[] {
  const state: string[] = [];
  let look: Looked | null = null;
  let lines: string[] = [];
  for (const line of printed.split("\n")) {
    if (!line.startsWith(MARK)) {
      lines.push(line);
      continue;
    }
    state.push(...stateOf(look, lines));
    look = LOOKS[Number.parseInt(line.slice(MARK.length), 10)] ?? null;
    lines = look === null ? [] : [`${MARK}${look.line}`];
  }
  return [...state, ...lines];
}

function stateOf(look: Looked | null, [title, ...lines]: readonly string[]): readonly string[] {
  if (look === null || title === undefined) return [];
  const { passing = [], but, isSorted } = look;
  const kept = lines
    .map((line) => passing.reduce((text, one) => text.replace(one, ""), line))
    .filter((line) => but?.test(line) !== true);
  return [title, ...(isSorted === true ? kept.toSorted() : kept)];
}
