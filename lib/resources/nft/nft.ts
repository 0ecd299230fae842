/**
 * Tables, chains and rules of nft. Tables and chains are identified by name, rules by their handle.
 *
 * @module
 */
import type { Entering } from "../entering.ts";
import type { Identity, Network } from "../identity.ts";
import type { Look } from "../look.ts";
import { networkBehind, textIn } from "../network.ts";
import { type NftRule, type NftTable, readNftTable } from "./nft-table.ts";
import type { NftTouch } from "./nft-touch.ts";
import { type AsItWas, type Back, type Knowing, line, type Resource } from "../resource.ts";

/** A table at one moment */
export interface SeenNft {
  /** The network namespace; `null` when it does not exist */
  readonly network: Network | null;
  /** The table; `null` when there is none of that name */
  readonly table: NftTable | null;
}

/** Names a table, a chain or a rule */
type Named = Pick<NftTouch, "of" | "family" | "table" | "chain">;

export const NFT: Resource<NftTouch, SeenNft> = {
  async see({ place: { enter }, family, table }, look) {
    const network = await networkBehind(look, enter);
    return { network, table: network === null ? null : await seeNftTable(look, enter, family, table) };
  },
  obstacle({ effect, of, table, chain }, { table: seen }) {
    if (effect === "makes" || seen === null) return null;
    if (of === "table" && (seen.chains.size > 0 || seen.others.length > 0))
      return `everything in the table ${table} would be lost, whoever added it`;
    const isFull = of === "chain" && rulesIn(seen, chain).length > 0;
    return isFull ? `the rules of the chain ${chain} would be lost, whoever added them` : null;
  },
  restore(touch, before, after) {
    const { network, table } = before;
    if (network === null) return [];
    if (touch.of === "rule") return restoreRules(touch, network, table, after?.table ?? null, after !== null);
    const [was, now] = [isThere(touch, table), after === null ? touch.effect === "makes" : isThere(touch, after.table)];
    if (was === now) return [];
    const takes: Identity = {
      kind: "nft",
      network,
      ...named(touch),
      change: touch.effect === "makes" ? "made" : "removed",
      handle: null,
      text: null,
      before: [],
    };
    if (!was) return [line(network.enter, ["nft", "delete", touch.of, ...nameOf(touch)], takes)];
    const settings = (touch.chain === null ? table?.settings : table?.chains.get(touch.chain)?.settings) ?? [];
    const block = settings.length === 0 ? [] : [`{ ${settings.map((one) => one.replace(/;?$/, ";")).join(" ")} }`];
    return [line(network.enter, ["nft", "add", touch.of, ...nameOf(touch), ...block], takes)];
  },
  restoreUnseen,
};

/** Sees a table; `null` when there is none of that name */
export async function seeNftTable(
  look: Look,
  enter: Entering,
  family: string,
  table: string,
): Promise<NftTable | null> {
  const printed = await textIn(look, enter, ["nft", "--stateless", "--handle", "list", "table", family, table]);
  return printed === null ? null : readNftTable(printed);
}

/** Lists the rules of a chain; none when there is no such chain */
export function rulesIn(table: NftTable | null, chain: string | null): readonly NftRule[] {
  return table?.chains.get(chain ?? "")?.rules ?? [];
}

/** A placeholder for the handle of a rule that is not known yet */
export const NEW_HANDLE = "NEW";

function isThere({ of, chain }: Named, table: NftTable | null): boolean {
  return table !== null && (of === "table" || table.chains.has(chain ?? ""));
}

function nameOf({ of, family, table, chain }: Named): readonly string[] {
  return [family, table, ...(of === "table" ? [] : [chain ?? ""])];
}

function named({ of, family, table, chain }: NftTouch): Named {
  return { of, family, table, chain };
}

function restoreRules(
  touch: NftTouch,
  network: Network,
  before: NftTable | null,
  after: NftTable | null,
  hasRun: boolean,
): readonly Back[] {
  const [was, now] = [rulesIn(before, touch.chain), rulesIn(after, touch.chain)];
  const handles = was.map(({ handle }) => handle);
  const takes = { kind: "nft", network, ...named(touch), before: handles } as const;
  const removal = (rule: NftRule | null) =>
    line(network.enter, ["nft", "delete", "rule", ...nameOf(touch), "handle", `${rule?.handle ?? NEW_HANDLE}`], {
      ...takes,
      change: "made",
      handle: rule?.handle ?? null,
      text: rule?.text ?? null,
    });
  if (touch.effect === "makes") {
    if (!hasRun) return isThere(touch, before) ? [removal(null)] : [];
    return now.filter(({ handle }) => !handles.includes(handle)).map(removal);
  }
  const at = handles.indexOf(touch.handle ?? 0);
  const lost = was[at];
  if (lost === undefined || now.some(({ handle }) => handle === lost.handle)) return [];
  const place =
    at === 0 ? ["insert", "rule", ...nameOf(touch)] : ["add", "rule", ...nameOf(touch), "index", `${at - 1}`];
  const back: Identity = { ...takes, change: "removed", handle: lost.handle, text: lost.text };
  return [line(network.enter, ["nft", ...place, lost.text], back)];
}

function restoreUnseen(touch: NftTouch, knowing: Knowing): readonly Back[] {
  const {
    effect,
    of,
    place: { enter },
    chain,
    table,
  } = touch;
  const name = nameOf(touch);
  if (effect === "removes") {
    const what = chain ?? table;
    const was: AsItWas = {
      was: of === "rule" ? "the rule" : `the settings of ${what}`,
      shownBy: `nft -a list table ${name.slice(0, 2).join(" ")}`,
      keptBy: ["undo_nft_deleted", of, ...name, ...(touch.handle === null ? [] : [`${touch.handle}`])].join(" "),
    };
    return [line(enter, ["nft", "add", of, ...name, was])];
  }
  if (of === "rule") {
    const shownBy = `nft -a list chain ${name.join(" ")}`;
    const handle = { is: "the handle", shownBy, notedBy: `undo_nft_rule ${name.join(" ")}` };
    return [line(enter, ["nft", "delete", "rule", ...name, "handle", handle])];
  }
  const removal = line(enter, ["nft", "delete", of, ...name]);
  if (knowing !== "nothing") return [removal];
  // It may exist already, or others may have added something to it meanwhile
  const shownBy = `nft list table ${name.slice(0, 2).join(" ")}`;
  return [{ ...removal, each: { was: `the ${of}`, shownBy, keptBy: `undo_nft_${of} ${name.join(" ")}` } }];
}
