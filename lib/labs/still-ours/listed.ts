/**
 * Rules of iptables, identified by the line that it prints.
 *
 * @module
 */
import type { Identity } from "../../resources/identity.ts";
import { times } from "../../resources/lists.ts";
import type { Look } from "../../resources/look.ts";
import { inodeOfNetwork, textIn } from "../../resources/network.ts";
import { linesOf } from "../../shell/invert/printed-lines.ts";
import { type Standing, standingAmong } from "./standing.ts";

/** Identifies a rule by its line, and counts how often it is printed */
export async function listed(
  { network, list, line, before, change, place }: Extract<Identity, { kind: "listed" }>,
  look: Look,
): Promise<Standing> {
  if ((await inodeOfNetwork(look, network.enter)) !== network.inode) return "gone";
  const printed = await textIn(look, network.enter, list);
  if (printed === null) return "gone";
  const now = linesOf(printed);
  if (place !== null && line !== null) {
    const there = linesOf((await textIn(look, network.enter, place)) ?? "");
    if (times(line, now) > times(line, before) && there[0] !== line) return "another's";
  }
  return standingAmong(now, { one: line, before, change });
}
