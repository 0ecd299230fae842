/**
 * Chains of iptables and their rules, as far as they decide which lines can be done next.
 */

/** By its name, the rules of each chain in their order */
export type Chains = Readonly<Record<string, readonly string[]>>;

interface Move {
  readonly line: string;
  readonly after: Chains;
}

const BUILTIN: readonly string[] = ["FORWARD", "INPUT"];

/** All lines that can be done */
export function firewallMoves(chains: Chains): readonly Move[] {
  const names = Object.keys(chains);
  const own = names.filter((name) => !BUILTIN.includes(name));
  const free = ["rX", "rY", "rZ"].filter((name) => !own.includes(name));
  return [
    ...names.flatMap((name) => ruleMoves(chains, name)),
    ...BUILTIN.flatMap((name) => ["ACCEPT", "DROP"].map((target) => move(chains, `-P ${name} ${target}`))),
    ...free.map((name) => move(chains, `-N ${name}`, { ...chains, [name]: [] })),
    ...own.flatMap((name) => [
      ...(chains[name]?.length === 0 && !isUsed(chains, name)
        ? [move(chains, `-X ${name}`, without(chains, name))]
        : []),
      ...free.slice(0, 1).map((other) => move(chains, `-E ${name} ${other}`, renamed(chains, name, other))),
    ]),
  ];
}

function ruleMoves(chains: Chains, name: string): readonly Move[] {
  const rules = chains[name] ?? [];
  const jumps = name === "FORWARD" ? Object.keys(chains).filter((other) => !BUILTIN.includes(other)) : [];
  const targets = ["DROP", "ACCEPT", ...jumps.slice(0, 1)];
  const all = ["k0", "k1"].flatMap((link) => targets.map((target) => `-i ${link} -j ${target}`));
  const changed = (line: string, after: readonly string[]) => move(chains, line, { ...chains, [name]: after });
  return [
    ...all.map((rule) => changed(`-A ${name} ${rule}`, [...rules, rule])),
    ...all.map((rule) => changed(`-I ${name} ${rule}`, [rule, ...rules])),
    ...all.slice(0, 2).map((rule) => changed(`-I ${name} ${rules.length + 1} ${rule}`, [...rules, rule])),
    ...[...new Set(rules)].map((rule) => changed(`-D ${name} ${rule}`, rules.toSpliced(rules.indexOf(rule), 1))),
    ...rules.map((_rule, at) => changed(`-D ${name} ${at + 1}`, rules.toSpliced(at, 1))),
    ...rules.map((_rule, at) => changed(`-R ${name} ${at + 1} -i k2 -j DROP`, rules.with(at, "-i k2 -j DROP"))),
  ];
}

function move(chains: Chains, words: string, after = chains): Move {
  return { line: `sudo iptables ${words}`, after };
}

function isUsed(chains: Chains, name: string): boolean {
  return Object.values(chains).some((rules) => rules.some((rule) => rule.endsWith(` -j ${name}`)));
}

function without(chains: Chains, name: string): Chains {
  return Object.fromEntries(Object.entries(chains).filter(([other]) => other !== name));
}

function renamed(chains: Chains, name: string, other: string): Chains {
  const inRule = (rule: string) => (rule.endsWith(` -j ${name}`) ? rule.replace(/\S+$/, other) : rule);
  return Object.fromEntries(
    Object.entries(chains).map(([chain, rules]) => [chain === name ? other : chain, rules.map(inRule)]),
  );
}
