/**
 * `ip address add`, `del`, `replace`, `change` and `flush`.
 *
 * @module
 */
import type { InverseStep } from "../inversion.ts";
import { type Plan, unknown } from "../inversion.ts";
import type { Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";
import { type LinkState, seeLink } from "./link-state.ts";
import { restoreLink } from "./restore-link.ts";
import { type Arity, firstMatch, ipTokens, operandsOf, valueOf } from "./words.ts";

/** Keywords of iproute2's ip/ipaddress.c, ipaddr_modify(), in its order */
const ARITIES: Readonly<Record<string, Arity>> = {
  peer: 1,
  remote: 1,
  broadcast: 1,
  brd: 1,
  anycast: 1,
  scope: 1,
  dev: 1,
  label: 1,
  metric: 1,
  priority: 1,
  preference: 1,
  valid_lft: 1,
  preferred_lft: 1,
  proto: 1,
  local: 1,
  home: 0,
  nodad: 0,
  mngtmpaddr: 0,
  noprefixroute: 0,
  autojoin: 0,
};

/** Those of which any beginning will do */
const ABBREVIATED: readonly string[] = ["broadcast", "anycast", "metric", "priority", "preference"];

/** What is read of such a line */
export interface AddressWords {
  readonly dev: string | null;
  readonly local: string | null;
  readonly peer: string | null;
}

/** Reads the words after `ip addr add` */
export function readAddress(words: readonly string[]): AddressWords {
  const nameOf = (word: string) => (Object.hasOwn(ARITIES, word) ? word : firstMatch(word, ABBREVIATED));
  const tokens = ipTokens(words, nameOf, ARITIES);
  return {
    dev: valueOf(tokens, "dev"),
    local: valueOf(tokens, "local") ?? operandsOf(tokens)[0] ?? null,
    peer: valueOf(tokens, "peer") ?? valueOf(tokens, "remote"),
  };
}

/** The verbs, and how each is told; the others only show */
const TELL: Readonly<Record<string, (words: AddressWords) => string>> = {
  add: ({ local, dev }) => `adds ${local} to ${dev}`,
  change: ({ local, dev }) => `changes ${local} on ${dev}`,
  replace: ({ local, dev }) => `adds ${local} to ${dev}, or changes it there`,
  delete: ({ local, dev }) => `takes ${local} from ${dev}`,
  flush: ({ dev }) => `takes all addresses from ${dev}`,
};

const MAY_CHANGE: ReadonlySet<string> = new Set(["addresses", "routes"]);

/** Puts the link's addresses back, and the routes that went with them */
export function address(typed: Typed, verb: string, words: readonly string[]): Plan {
  const said = readAddress(words);
  const { dev } = said;
  if (dev === null) return unknown(verb === "flush" ? "it takes addresses from any link" : "it names no device");
  return comparing<LinkState | null>({
    argv: typed.argv,
    changes: TELL[verb]?.(said) ?? `changes the addresses of ${dev}`,
    see: (look) => seeLink(look, typed.enter, dev),
    steps: (before, after) => (before === null ? [] : steps(before, after, { verb, words: said })),
  });
}

function steps(
  before: LinkState,
  after: LinkState | null,
  { verb, words }: { readonly verb: string; readonly words: AddressWords },
): readonly InverseStep[] {
  const now = before.identity;
  if (after === null && verb === "add") return addedStep(before, words);
  return [
    ...(after === null && verb === "replace" ? addedStep(before, words) : []),
    ...restoreLink({ before, after, now, mayChange: MAY_CHANGE }),
  ];
}

/** What is added has no line yet, only the words that name it */
function addedStep({ identity, addresses }: LinkState, { local, peer }: AddressWords): readonly InverseStep[] {
  if (local === null) return [];
  const { network, name } = identity;
  const named = peer === null ? [local] : [local, "peer", peer];
  return [
    step(network.enter, ["ip", "address", "del", ...named, "dev", name], {
      kind: "listed",
      listing: "address",
      network,
      list: ["ip", "-details", "-json", "address", "show", "dev", name],
      line: null,
      before: addresses,
      change: "made",
      link: identity,
      place: null,
    }),
  ];
}
