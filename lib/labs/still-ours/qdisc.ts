import type { Identity } from "../../resources/identity.ts";
import type { Look } from "../../resources/look.ts";
import { seeQdisc } from "../../resources/qdisc/qdisc.ts";
import { link } from "./links.ts";
import type { Standing } from "./standing.ts";

/** A queueing discipline is ours while it is unchanged, and its link is the same */
export async function qdisc(identity: Extract<Identity, { kind: "qdisc" }>, look: Look): Promise<Standing> {
  const { network, name, index, mac, parent, was, made } = identity;
  const standing = await link({ kind: "link", change: "made", network, name, index, mac }, look);
  if (standing !== "ours") return standing;
  const { words } = await seeQdisc(look, network.enter, name, parent);
  if (words === was) return "gone";
  return made === "not yet known" || words === made ? "ours" : "another's";
}
