/**
 * A table of nft, as `nft --stateless --handle list table` prints it.
 *
 * Sources: nft(8), table_print_declaration() and chain_print_declaration() of nftables' src/rule.c
 *
 * @module
 */

/** A rule, by its handle, which no other rule of its table ever gets */
export interface NftRule {
  readonly handle: number;
  /** The text as typed, without counters */
  readonly text: string;
}

/** A chain */
export interface NftChain {
  /** Lines in braces after its name: its hook and policy, a comment */
  readonly settings: readonly string[];
  readonly rules: readonly NftRule[];
}

/** A table */
export interface NftTable {
  readonly chains: ReadonlyMap<string, NftChain>;
  /** Lines in braces: flags, a comment */
  readonly settings: readonly string[];
  /** All other lines that belong to no chain: sets, maps */
  readonly others: readonly string[];
}

const CHAIN = /^\tchain (\S+) \{/;
const SETTING = /^\t(?:flags|comment) /;
const RULE = /^\t\t(.*) # handle (\d+)$/;

/** Parses nft's output about one table */
export function readNftTable(printed: string): NftTable {
  const chains = new Map<string, { readonly settings: string[]; readonly rules: NftRule[] }>();
  const [settings, others]: [string[], string[]] = [[], []];
  let chain: { readonly settings: string[]; readonly rules: NftRule[] } | null = null;
  for (const line of printed.split("\n").slice(1)) {
    const name = CHAIN.exec(line)?.[1];
    const [, text, handle] = RULE.exec(line) ?? [];
    if (name !== undefined) chains.set(name, (chain = { settings: [], rules: [] }));
    else if (line === "\t}") chain = null;
    else if (chain !== null && text !== undefined) chain.rules.push({ handle: Number(handle), text });
    else if (chain !== null && line.trim() !== "") chain.settings.push(line.trim());
    else if (chain === null && SETTING.test(line)) settings.push(line.trim());
    else if (line.trim() !== "" && line !== "}") others.push(line.trim());
  }
  return { chains, settings, others };
}
