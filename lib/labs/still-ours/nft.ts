/**
 * Tables, chains and rules of nft.
 *
 * @module
 */
import type { Identity } from "../../resources/identity.ts";
import type { Look } from "../../resources/look.ts";
import { inodeOfNetwork } from "../../resources/network.ts";
import { NEW_HANDLE, rulesIn, seeNftTable } from "../../resources/nft/nft.ts";
import type { NftTable } from "../../resources/nft/nft-table.ts";
import type { Argv } from "../../shell/invert/typed.ts";
import type { Standing } from "./standing.ts";

type NftIdentity = Extract<Identity, { kind: "nft" }>;

/** A new table or chain is ours until somebody else adds something to it */
export async function nft(identity: NftIdentity, look: Look): Promise<Standing> {
  const { network, of, family, table: name, chain, change } = identity;
  if ((await inodeOfNetwork(look, network.enter)) !== network.inode) return "gone";
  const table = await seeNftTable(look, network.enter, family, name);
  if (of === "rule") return change === "made" ? madeRule(identity, table) : removedRule(identity, table);
  const content = of === "table" ? contentOf(table) : (table?.chains.get(chain ?? "")?.rules.length ?? null);
  if (change === "removed") return content === null && (of === "table" || table !== null) ? "ours" : "gone";
  if (content === null) return "gone";
  return content === 0 ? "ours" : "another's";
}

/** Returns the words of a step with the rule's present handle, which changes when the rule is deleted and added again */
export async function nftArgv(argv: Argv, identity: NftIdentity, look: Look): Promise<Argv> {
  const { network, of, family, table, change } = identity;
  if (of !== "rule" || change === "removed") return argv;
  const [found] = candidates(identity, await seeNftTable(look, network.enter, family, table));
  const [program, ...words] = argv;
  return [program, ...words.map((word, at) => (isHandle(words, at) ? `${found ?? word}` : word))];
}

function isHandle(words: readonly string[], at: number): boolean {
  return words[at - 1] === "handle" && (words[at] === NEW_HANDLE || at === words.length - 1);
}

function contentOf(table: NftTable | null): number | null {
  return table === null ? null : table.chains.size + table.others.length;
}

function madeRule(identity: NftIdentity, table: NftTable | null): Standing {
  const found = candidates(identity, table);
  // Ours can't be told from several new rules
  return found.length === 0 ? "gone" : found.length > 1 && identity.text === null ? "another's" : "ours";
}

/** Lists the handles that a rule may have: its own, or those of newer rules with the same text */
function candidates({ chain, handle, text, before }: NftIdentity, table: NftTable | null): readonly number[] {
  const rules = rulesIn(table, chain);
  if (rules.some((rule) => rule.handle === handle)) return handle === null ? [] : [handle];
  const isNew = (rule: { readonly handle: number }) => !before.includes(rule.handle);
  return rules.filter((rule) => isNew(rule) && (text === null || rule.text === text)).map((rule) => rule.handle);
}

/** A removed rule can be restored while its chain exists, and the rule does not */
function removedRule({ chain, handle, text, before }: NftIdentity, table: NftTable | null): Standing {
  if (table?.chains.has(chain ?? "") !== true) return "gone";
  const isBack = rulesIn(table, chain).some(
    (rule) => rule.handle === handle || (rule.text === text && !before.includes(rule.handle)),
  );
  return isBack ? "gone" : "ours";
}
