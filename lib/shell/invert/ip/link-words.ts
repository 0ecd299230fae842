/**
 * The words of `ip link add` and `ip link set`: iproute2's ip/iplink.c, iplink_parse().
 *
 * @module
 */
import { ipWord } from "../../../values/ip-words.ts";
import { type Arity, type IpToken, ipTokens, operandsOf, valueOf } from "./words.ts";

const ARITIES: Readonly<Record<string, Arity>> = {
  up: 0,
  down: 0,
  nomaster: 0,
  dynamic: 1,
  type: "rest",
  vf: "rest",
  xdp: "rest",
  xdpgeneric: "rest",
  xdpdrv: "rest",
  xdpoffload: "rest",
  // The one option of a peer that this parser is not told of
  help: 0,
};

/** What such a line says of one link */
export interface LinkWords {
  readonly tokens: readonly IpToken[];
  /** The device that is meant, or the new name; `null` when the kernel is to find one */
  readonly name: string | null;
  /** The network to make it in, or to move it to: a name of `ip netns`, or a process id */
  readonly netns: string | null;
  readonly type: string | null;
  /** What follows the type */
  readonly options: readonly string[];
}

/** Reads the words after `ip link add` or `ip link set` */
export function readLinkWords(words: readonly string[]): LinkWords {
  const tokens = ipTokens(words, ipWord, ARITIES);
  const type = tokens.find((token) => token.kind === "option" && token.name === "type");
  const [kind = null, ...options] = type?.kind === "option" ? type.values : [];
  return {
    tokens,
    name: valueOf(tokens, "dev") ?? operandsOf(tokens)[0] ?? null,
    netns: valueOf(tokens, "netns"),
    type: kind,
    options,
  };
}
