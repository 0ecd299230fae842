/**
 * Rules of iptables: lines of what it prints.
 *
 * @module
 */
import type { Identity } from "../../resources/identity.ts";
import { beyond, times } from "../../resources/lists.ts";
import type { Look } from "../../resources/look.ts";
import { inodeOfNetwork, textIn } from "../../resources/network.ts";
import { linesOf } from "../../shell/invert/printed-lines.ts";
import type { Standing } from "./standing.ts";

/** What was made is there more often than before, what was removed less often */
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
  if (line === null) return beyond(now, before).length > 0 ? "ours" : "gone";
  const [count, was] = [times(line, now), times(line, before)];
  return (change === "made" ? count > was : count < was) ? "ours" : "gone";
}
