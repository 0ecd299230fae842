/**
 * What undoes a verb in a script of bash, known when the script is written.
 *
 * @module
 */
import { resourceOf, type Touch } from "../resources/kinds.ts";
import type { AsItWas, Back, Value } from "../resources/resource.ts";
import type { Around } from "./around.ts";
import type { BashFunction } from "./functions.ts";

/**
 * Writes the lines around a command that undo it.
 *
 * @param isOwn whether the script has made that itself: then it goes with that, and needs no look
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
    return was === null ? [] : [[was.keptBy, ...one.enter].join(" ")];
  });
  return {
    before: kept.toReversed(),
    after: back.flatMap((one) => (keptIn(one) === null ? [undoLine(one)] : [])).toReversed(),
    needs: [...new Set(kept.map((line) => needOf(line.split(" ")[0] ?? "")))],
  };
}

/** What must be looked at before the command runs; `null` where all words are known */
function keptIn({ argv, each }: Back): AsItWas | null {
  return each ?? argv.find((word: Value): word is AsItWas => typeof word !== "string") ?? null;
}

function undoLine({ enter, argv }: Back): string {
  return ["undo sudo", ...enter, ...argv.map(String)].join(" ");
}

/** The files of functions that keep something */
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
  undo_qdisc: "undo-qdisc",
};

function needOf(name: string): BashFunction {
  const need = KEPT_BY[name];
  if (need === undefined) throw new Error(`Cannot write a script that calls ${name}: there is no such function`);
  return need;
}
