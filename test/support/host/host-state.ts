/** The state of a throw-away host that commands change, without what the kernel itself changes meanwhile. */
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";

import type { Performer } from "../../../lib/shell/template/session-line.ts";
import { runHere } from "../../../lib/labs/look-here.ts";

/** Answers by query */
export type HostState = Readonly<Record<string, unknown>>;

/** Keys that change by themselves, or when a thing is made again */
const PASSING: ReadonlySet<string> = new Set(
  [
    "ifindex link_index link_netnsid operstate valid_life_time preferred_life_time hello_timer tcn_timer gc_timer",
    "fdb_n_learned topology_change_timer topology_change topology_change_detected tentative dadfailed state linkmode qdisc tso_max_size bridge_id root_id",
  ].flatMap((line) => line.split(" ")),
);

/** A query of a network: the line that is typed there, and the reader of its output */
interface Show {
  readonly line: string;
  readonly read: (printed: string) => unknown;
}

/** Commands that one `ip` runs in a batch: a process for each would take too long after every line */
const LISTS = String.raw`route show table all\nrule show\nneigh show nud permanent nud noarp\nneigh show proxy\n`;

const NETWORK: Readonly<Record<string, Show>> = {
  links: { line: "ip -details -json address", read: linksOf },
  lists: { line: `printf '${LISTS}' | ip -force -batch -`, read: linesOf },
  rules: { line: "ip -6 rule", read: linesOf },
  qdiscs: { line: "tc -details -raw qdisc show 2>/dev/null", read: qdiscsOf },
  nft: { line: "nft --stateless list ruleset 2>/dev/null", read: chainsOf },
  iptables: { line: "iptables-save", read: filtersOf },
  ip6tables: { line: "ip6tables-save", read: filtersOf },
  forwarding: { line: "read value </proc/sys/net/ipv4/ip_forward; echo $value", read: linesOf },
};

const END = "-- end --";

/** Reads the host's network and each in `/var/run/netns`, its containers, and the files at these paths */
export async function seeHost(performer: Performer, paths: readonly string[]): Promise<HostState> {
  const state: Record<string, unknown> = {};
  const entries = list("/var/run/netns");
  for (const enter of [[], ...entries.map((entry) => ["ip", "netns", "exec", entry])]) {
    const script = Object.values(NETWORK).map(({ line }) => `${line}; echo ${END}`);
    const { stdout } = await runHere(performer, [...enter, "sh", "-c", script.join(";")]);
    const printed = stdout.split(`${END}\n`);
    for (const [index, [name, { read }]] of Object.entries(NETWORK).entries())
      state[[...enter, name].join(" ")] = read(printed[index] ?? "");
  }
  const { stdout } = await runHere(performer, ["docker", "ps", "--all"]);
  state["docker"] = stdout
    .split("\n")
    .slice(1)
    .map((line) => line.replace(/\s{2,}.*\b(Created|Exited|Up)\b.*\s{2,}/, " $1 "));
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

/** Lists queueing disciplines, except those that the kernel gives a link by itself */
function qdiscsOf(printed: string): readonly string[] {
  return linesOf(printed)
    .filter((line) => !line.includes(" 0:["))
    .toSorted();
}

/** Tables and chains that iptables makes as they are first asked for */
const OF_IPTABLES =
  /^table ip6? (?:filter|nat|mangle|raw|security) \{(?:\s*chain [A-Z]+ \{\s*type [^}]*policy accept;\s*\})?$/;

/** A line for each chain, as those of a table have no order; rules have one */
function chainsOf(printed: string): readonly string[] {
  const parts: string[] = [];
  let [table, chain] = ["", ""];
  for (const line of printed.split("\n")) {
    if (line.startsWith("table")) parts.push((table = line));
    if (/^\t[^}\t]/.test(line)) chain = table;
    if (line.startsWith("\t")) chain += line;
    if (line.startsWith("\t}")) parts.push(chain);
  }
  return linesOf(parts.filter((part) => !OF_IPTABLES.test(part)).join("\n")).toSorted();
}

/** Policies, chains and rules, each behind its table; of a table that nobody has used, nothing */
function filtersOf(printed: string): readonly string[] {
  let table = "";
  const lines = linesOf(printed).flatMap((line) => {
    const [, name] = /^\*(\w+)$/.exec(line) ?? [];
    table = name ?? table;
    const [, chain] = /^:(\S+ \S+)/.exec(line) ?? [];
    if (chain !== undefined) return chain.endsWith(" ACCEPT") ? [] : [`${table} :${chain}`];
    return line.startsWith("-A ") ? [`${table} ${line}`] : [];
  });
  // Tables are listed in the order of their making
  return lines.toSorted((one, other) => one.split(" ", 1)[0]!.localeCompare(other.split(" ", 1)[0]!));
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

/** Reads what is at a path, a folder with all below it; `null` where nothing is */
export function fileAt(path: string): unknown {
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
