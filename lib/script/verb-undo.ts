/**
 * Writes the undo of a verb for a bash script.
 *
 * @module
 */
import { resourceOf, type Touch } from "../resources/kinds.ts";
import type { AsItWas, Back, OnceRun, Value } from "../resources/resource.ts";
import type { Around } from "./around.ts";
import type { BashFunction } from "./functions.ts";

/**
 * Writes the lines around a command that undo it.
 *
 * @param isOwn reports whether a touched thing goes with something that the script has made, so that it needs no undo
 */
export function undoTouches(touches: readonly Touch[], isOwn: (touch: Touch) => boolean): Around {
  const back = touches.flatMap((touch) => {
    if (!isOwn(touch)) return resourceOf(touch).restoreUnseen(touch, "nothing");
    return resourceOf(touch)
      .restoreUnseen(touch, "it changed something")
      .filter((one) => keptIn(one) === null);
  });
  const kept = back.flatMap((one) => {
    const was = keptIn(one);
    return was === null ? [] : [[was.keptBy, ...one.enter.words].join(" ")];
  });
  return {
    before: kept.toReversed(),
    after: back.flatMap((one) => (keptIn(one) === null ? [undoLine(one)] : [])).toReversed(),
    needs: [...new Set([...kept, ...back.flatMap(notedBy)].map((line) => needOf(line.split(" ")[0] ?? "")))],
  };
}

/** The function that finds, after the command, a value that was unknown before it */
function notedBy({ argv, enter }: Back): readonly string[] {
  const value = argv.find((word): word is OnceRun => typeof word !== "string" && "is" in word);
  return value === undefined ? [] : [[value.notedBy, ...enter.words].join(" ")];
}

/** The state to look up before the command; `null` when every word is known */
function keptIn({ argv, each }: Back): AsItWas | null {
  return each ?? argv.find((word: Value): word is AsItWas => typeof word !== "string" && "was" in word) ?? null;
}

function undoLine(back: Back): string {
  const { enter, argv } = back;
  const [noted] = notedBy(back);
  if (noted !== undefined) return noted;
  return ["undo sudo", ...enter.words, ...argv.map(String)].join(" ");
}

/** The files of functions that record a state */
const KEPT_BY: Readonly<Record<string, BashFunction>> = {
  undo_link: "undo-link",
  undo_link_setting: "undo-link-setting",
  undo_addresses: "undo-addresses",
  undo_replaced_address: "undo-addresses",
  undo_routes_over: "undo-routes",
  undo_routes_to: "undo-routes",
  undo_routing_rules: "undo-entries",
  undo_neighbour: "undo-entries",
  undo_neighbours_on: "undo-entries",
  undo_netns: "undo-netns",
  undo_deleted_netns: "undo-deleted-netns",
  undo_qdisc: "undo-qdisc",
  undo_nft_table: "undo-nft",
  undo_nft_chain: "undo-nft",
  undo_nft_rule: "undo-nft",
  undo_nft_deleted: "undo-nft",
};

function needOf(name: string): BashFunction {
  const need = KEPT_BY[name];
  if (need === undefined) throw new Error(`Cannot write a script that calls ${name}: there is no such function`);
  return need;
}
