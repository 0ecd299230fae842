/** The state of a throw-away host that commands change, without what the kernel itself changes meanwhile. */
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";

import type { Performer } from "../../../lib/shell/template/line.ts";
import { runHere } from "../../../lib/labs/look-here.ts";

/** By query */
export type HostState = Readonly<Record<string, unknown>>;

/** Keys that change by themselves, or when a thing is made again */
const PASSING: ReadonlySet<string> = new Set(
  [
    "ifindex link_index link_netnsid operstate valid_life_time preferred_life_time hello_timer tcn_timer gc_timer",
    "fdb_n_learned topology_change_timer topology_change topology_change_detected tentative dadfailed state linkmode qdisc tso_max_size bridge_id root_id",
  ].flatMap((line) => line.split(" ")),
);

const NETWORK: readonly string[] = [
  "ip -details -json address",
  "ip -4 route show table all",
  "ip -6 route show table all",
  "ip -4 rule",
  "ip -6 rule",
  "ip neigh show nud permanent nud noarp",
  "ip neigh show proxy",
  // But for those that the kernel gives a link by itself
  "tc -details -raw qdisc show 2>/dev/null | grep -vF ' 0:[' | sort",
  // A line for each chain, as those of a table have no order; rules have one. Of iptables, which makes its tables and chains as
  // they are first asked for, those without a rule say nothing
  `nft --stateless list ruleset 2>/dev/null | awk '/^table/ { table = $0; print } /^\\t[^}\\t]/ { chain = table } /^\\t/ { chain = chain $0 } /^\\t}/ { print chain }' | grep -vE '^table ip6? (filter|nat|mangle|raw|security) \\{([[:space:]]*chain [A-Z]+ \\{[[:space:]]*type [^}]*policy accept;[[:space:]]*\\})?$' | sort`,
  "iptables -S",
  "iptables -t nat -S",
  "ip6tables -S",
];

const END = "-- end --";

/** Reads the host's network and each in `/var/run/netns`, its containers, and the files at these paths */
export async function seeHost(performer: Performer, paths: readonly string[]): Promise<HostState> {
  const state: Record<string, unknown> = {};
  const entries = list("/var/run/netns");
  for (const enter of [[], ...entries.map((entry) => ["ip", "netns", "exec", entry])]) {
    const { stdout } = await runHere(performer, [
      ...enter,
      "sh",
      "-c",
      NETWORK.map((line) => `${line}; echo ${END}`).join(";"),
    ]);
    for (const [index, printed] of stdout.split(`${END}\n`).slice(0, NETWORK.length).entries()) {
      const line = NETWORK[index] ?? "";
      state[[...enter, line].join(" ")] = line.includes("-json") ? linksOf(printed) : linesOf(printed);
    }
  }
  const { stdout } = await runHere(performer, ["docker", "ps", "--all"]);
  state["docker"] = stdout
    .split("\n")
    .slice(1)
    .map((line) => line.replace(/\s{2,}.*\s{2,}/, " "));
  state["service"] = (await runHere(performer, ["service", "docker", "status"])).stdout;
  for (const path of ["/var/run/netns", "/etc/default/docker", ...paths]) state[path] = fileAt(path);
  return state;
}

function linesOf(printed: string): readonly string[] {
  const lines = printed.split("\n").map(steady);
  return lines.filter((line) => line !== "" && !/fe80::|multicast ff00::|^ff02:|^224\.| dev veth/.test(line));
}

function steady(line: string): string {
  return line
    .replace(/\b(?:linkdown|dead|tentative|pref medium)\b/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The fields used of ip-address(8)'s JSON */
interface ShownLink {
  readonly ifname?: string;
  readonly flags?: readonly string[];
  readonly addr_info?: readonly { readonly local?: string }[];
}

/** Drops Docker's own links, which differ after each start of a container */
function linksOf(text: string): readonly ShownLink[] {
  const isPassing = (key: string) => PASSING.has(key) || key.endsWith("_timer");
  const links = JSON.parse(text === "" ? "[]" : text, (key, value: unknown) =>
    isPassing(key) ? undefined : value,
  ) as readonly ShownLink[];
  return links
    .filter(({ ifname = "" }) => !ifname.startsWith("veth"))
    .map(({ flags = [], addr_info = [], ...link }) => ({
      ...link,
      flags: flags.filter((flag) => !["LOWER_UP", "NO-CARRIER", "M-DOWN"].includes(flag)),
      addr_info: addr_info.filter(({ local = "" }) => !local.startsWith("fe80::")),
    }))
    .toSorted(({ ifname: one = "" }, { ifname: other = "" }) => (one < other ? -1 : 1));
}

function fileAt(path: string): unknown {
  try {
    const { mode, uid, gid } = lstatSync(path);
    const owner = `${(mode & 0o7777).toString(8)} ${uid}:${gid}`;
    const kind = mode & 0o170000;
    if (kind === 0o120000) return readlinkSync(path);
    if (kind === 0o040000)
      return { owner, entries: Object.fromEntries(list(path).map((name) => [name, fileAt(`${path}/${name}`)])) };
    return { owner, content: readFileSync(path, "base64") };
  } catch {
    return null;
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
