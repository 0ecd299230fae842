/**
 * `ip rule add` and `del`.
 *
 * @module
 */
import type { Plan } from "../inversion.ts";
import type { Typed } from "../typed.ts";
import { comparing } from "../undo-steps.ts";
import { type Entries, entrySteps, type Meant, seeEntries } from "./entries.ts";

/** Puts the rules of routing back, with their numbers */
export function rule(typed: Typed, verb: string, words: readonly string[]): Plan {
  const isSix = typed.args.includes("-6") || words.some((word) => word.includes(":"));
  const family = isSix ? "-6" : "-4";
  // An address, or a rule's number, is written as it is shown
  const values = words.filter((word) => /^\d+$|[.:/]/.test(word));
  const meant: Meant = {
    listing: "rule",
    list: ["ip", family, "rule", "show"],
    object: ["ip", family, "rule"],
    added: verb === "add" ? words : null,
    mayLose: (line) => verb === "delete" && values.every((value) => line.split(" ").includes(value)),
  };
  return comparing<Entries>({
    argv: typed.argv,
    changes: `${verb === "add" ? "adds" : "takes away"} the routing rule ${words.join(" ")}`,
    see: (look) => seeEntries(look, typed.enter, meant),
    steps: (before, after) => entrySteps(before, after, meant),
  });
}
