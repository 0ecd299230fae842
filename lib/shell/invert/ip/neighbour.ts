/**
 * `ip neighbour add`, `del`, `replace` and `change`.
 *
 * @module
 */
import { type Plan, unknown } from "../inversion.ts";
import type { Typed } from "../typed.ts";
import { comparing } from "../undo-steps.ts";
import { type Entries, entrySteps, type Meant, seeEntries } from "./entries.ts";
import { type Arity, hasOption, ipTokens, operandsOf, valueOf } from "./words.ts";

/** Keywords of iproute2's ip/ipneigh.c, ipneigh_modify() */
const ARITIES: Readonly<Record<string, Arity>> = {
  lladdr: 1,
  nud: 1,
  proxy: 1,
  router: 0,
  managed: 0,
  use: 0,
  extern_learn: 0,
  dev: 1,
  protocol: 1,
  to: 1,
};

const TELL: Readonly<Record<string, string>> = {
  add: "adds",
  replace: "sets",
  change: "changes",
  delete: "takes away",
};

/** Puts the neighbour back that was written down by hand; what the kernel has learned it learns again */
export function neighbour(typed: Typed, verb: string, words: readonly string[]): Plan {
  const tokens = ipTokens(words, (word) => (Object.hasOwn(ARITIES, word) ? word : null), ARITIES);
  if (hasOption(tokens, "proxy")) return unknown("nobody here knows how a proxy's neighbour is put back");
  const address = valueOf(tokens, "to") ?? operandsOf(tokens)[0];
  const device = valueOf(tokens, "dev");
  if (address === undefined || device === null) return unknown("it names no neighbour and its device");
  const meant: Meant = {
    listing: "neighbour",
    list: ["ip", "neighbour", "show", "to", address, "nud", "all"],
    object: ["ip", "neighbour"],
    added: verb === "delete" ? null : [address, "dev", device],
    mayLose: () => verb !== "add",
  };
  return comparing<Entries>({
    argv: typed.argv,
    changes: `${TELL[verb] ?? verb} the neighbour ${address} on ${device}`,
    see: (look) => seeEntries(look, typed.enter, meant),
    steps: (before, after) => entrySteps(before, after, meant),
  });
}
