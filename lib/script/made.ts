/**
 * The things that a script has made so far. What depends on them needs no undo: it is removed with them.
 *
 * @module
 */
import { flagsInFile } from "../builtins/service/flags-in-file.ts";
import { DEFAULT_FILE } from "../hosts/machine/default-file.ts";
import type { Effect } from "../programs/effect.ts";
import { ruleValue } from "../programs/iptables/rule-value.ts";
import { printedBy } from "../programs/read-effects.ts";
import type { EntryTouch } from "../resources/entry-touch.ts";
import type { Entering } from "../resources/entering.ts";
import type { Touch } from "../resources/kinds.ts";
import type { LinkSelector } from "../resources/link-touch.ts";
import type { Family } from "../values/address/family.ts";
import { readIpCidr, readIpPrefix } from "../values/address/ip-notation.ts";
import { networkOf } from "../values/address/subnet.ts";
import { knownVerb, touchesOf } from "../shell/invert/known-verb.ts";
import { type ScriptCommand, wordTyped } from "./script-command.ts";

/** Collects the things that the script's commands make */
export class Made {
  /** Interfaces, by name */
  readonly links = new Set<string>();
  /** Paths of symbolic links, as values and as typed */
  readonly entries: { readonly path: string; readonly typed: string }[] = [];
  /** Names and networks of the script's bridges, as they stand in a daemon's rules */
  readonly bridgeWords = new Set<string>();
  /** Routes and rules, by their values */
  readonly #routes = new Set<string>();
  /** Rules of iptables, by their values */
  readonly #rules = new Set<string>();
  /** Names that it has given to network namespaces */
  readonly #networks = new Set<string>();

  /** Records what a command makes */
  add(command: ScriptCommand): void {
    const { program, args, words, line, effects } = command;
    if (line.redirection?.file === DEFAULT_FILE) this.#addOptions(printedBy(program, args) ?? "");
    if (typeof effects !== "string") for (const effect of effects) this.#addEffect(effect, command);
    const known = knownVerb(words);
    const touches = known === null ? [] : touchesOf(known);
    if (typeof touches !== "string") for (const touch of touches) this.#addTouch(touch, command);
  }

  /** Reports whether a command only changes things that are removed with the script's own: in its own network, or its own rule */
  includes(command: ScriptCommand): boolean {
    const { enter, program, effects } = command;
    if (enter.words.length > 0) return this.#isOwnNetwork(enter, command);
    const isOwnRule = (effect: Effect) =>
      effect.kind === "rule" && effect.how === "deletes" && this.#rules.has(ruleKey(effect, program));
    return typeof effects !== "string" && effects.some(isOwnRule);
  }

  /** Reports whether a touched thing is removed with something of the script's own */
  owns(touch: Touch, command: ScriptCommand): boolean {
    // All network namespaces share the same entries
    if (touch.kind === "netns") return touch.effect === "removes" && this.#networks.has(touch.name);
    const { enter } = touch.place;
    if (enter.words.length > 0) return this.#isOwnNetwork(enter, command);
    if (touch.kind === "nft") return false;
    if (touch.kind === "qdisc") return this.links.has(touch.link);
    if (touch.kind === "link") return touch.effect !== "makes" && this.links.has(nameIn(touch.which));
    const { which } = touch;
    if ("linkOf" in which) return this.links.has(nameIn(which.linkOf));
    if (which.of === "address") return this.links.has(which.link);
    if (which.of === "neighbour") return this.links.has(String(touch.words.at(-1)));
    // A route may have replaced another one, so its removal with the interface is not enough
    return touch.effect !== "makes" && this.#routes.has(keyOf(touch));
  }

  /** Reports whether a network is the script's own: a container's, given by a variable, or one that it has made */
  #isOwnNetwork({ name }: Entering, { variables }: ScriptCommand): boolean {
    return variables.length > 0 || (name !== null && this.#networks.has(name));
  }

  #addEffect(effect: Effect, command: ScriptCommand): void {
    if (effect.kind === "symbolic link")
      this.entries.push({ path: wordTyped(command, effect.path).text, typed: effect.path });
    if (
      effect.kind === "rule" &&
      command.enter.words.length === 0 &&
      (effect.how === "appends" || effect.how === "inserts")
    )
      this.#rules.add(ruleKey(effect, command.program));
  }

  #addTouch(touch: Touch, command: ScriptCommand): void {
    if (touch.place.enter.words.length > 0) return;
    if (touch.kind === "netns" && touch.effect === "makes") this.#networks.add(touch.name);
    if (touch.kind === "entry") {
      if (touch.effect === "makes") this.#addEntry(touch);
      return;
    }
    if (touch.kind !== "link") return;
    if (touch.effect === "makes") {
      if ("name" in touch.which) this.#addLink(touch.which.name, touch.after.kind);
    } else if (touch.moves !== null && this.owns(touch, command)) this.links.add(touch.moves.name);
  }

  #addEntry(touch: EntryTouch): void {
    const { which, words } = touch;
    if (which.of === "route" || which.of === "rule") this.#routes.add(keyOf(touch));
    if (!("link" in which) || !this.bridgeWords.has(which.link)) return;
    this.#addNetworkOf(`${words[0] ?? ""}`);
  }

  #addLink(name: string, kind: string | null): void {
    this.links.add(name);
    if (kind === "bridge") this.bridgeWords.add(name);
  }

  /** Records the network that a daemon's options give docker0 */
  #addOptions(text: string): void {
    for (const { name, value } of flagsInFile(text)) if (name === "bip") this.#addNetworkOf(value ?? "");
  }

  /** Records an address's network as iptables and ip6tables write it; an address without a prefix has none */
  #addNetworkOf(text: string): void {
    const address = text.includes("/") ? readIpCidr(text) : null;
    if (address !== null) this.bridgeWords.add(networkOf(address));
  }
}

/** Returns the link that a selector names */
function nameIn(which: LinkSelector): string {
  if ("name" in which) return which.name;
  return "portsOf" in which ? which.portsOf : which.peerOf;
}

/** Returns an entry's identity: addresses and networks by their values, all else as typed */
function keyOf({ which, words }: EntryTouch): string {
  const family = "family" in which ? which.family : "inet";
  return [which.of, family, ...words.map((word) => valueOf(`${word}`, family))].join(" ");
}

/** Normalises an address or network; `ip` also accepts plain numbers as addresses, which stay as they are */
function valueOf(word: string, family: Family): string {
  if (word !== "default" && !/[.:/]/.test(word)) return word;
  return readIpPrefix(word, family) ?? word;
}

/** Returns the identity of an iptables rule, wherever in its chain it is */
function ruleKey({ table, chain, words }: Effect<"rule">, program: string): string {
  return JSON.stringify([program, table, chain, ...ruleValue(program, words)]);
}
