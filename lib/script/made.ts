/**
 * What a script has made so far, which goes by itself when that is taken back.
 *
 * @module
 */
import { readIpLine } from "../programs/ip/line.ts";
import type { EntryTouch } from "../resources/entry-touch.ts";
import type { Touch } from "../resources/kinds.ts";
import type { LinkSelector } from "../resources/link-touch.ts";
import { readIpCidr } from "../values/address/ip-notation.ts";
import { networkOf } from "../values/address/subnet.ts";
import { knownVerb, touchesOf } from "../shell/invert/known-verb.ts";
import type { ScriptCommand } from "./script-command.ts";

/** Learns it from the script's own commands */
export class Made {
  /** Interfaces, by name */
  readonly links = new Set<string>();
  /** Symbolic links: where each is, as a script has it */
  readonly entries: { readonly path: string; readonly typed: string }[] = [];
  /** Words that rules of a daemon have for bridges of the script's: their names, and their networks */
  readonly bridgeWords = new Set<string>();
  /** Routes and rules, as typed */
  readonly #routes = new Set<string>();
  /** Rules of iptables, as their deletion is typed */
  readonly #rules = new Set<string>();
  /** Names that it has given to networks */
  readonly #networks = new Set<string>();

  /** Takes note of a command */
  add(command: ScriptCommand): void {
    const { program, args, words, network, line } = command;
    if (line.redirection?.file === "/etc/default/docker") this.#addOptions(args.join(" "));
    if (program === "ln") this.entries.push({ path: args.at(-1) ?? "", typed: words.at(-1)?.typed ?? "" });
    const known = knownVerb(words);
    const touches = known === null ? [] : touchesOf(known);
    if (typeof touches !== "string") for (const touch of touches) this.#addTouch(touch, command);
    if (network !== null) return;
    if (program === "iptables") this.#rules.add(deletion(args));
    const netns = netnsVerb(command);
    if (netns?.verb === "add") this.#networks.add(netns.name);
  }

  /** Reports whether a command is about what goes with something of the script's: in a network of its own, or a rule or a name of its own */
  includes(command: ScriptCommand): boolean {
    const { network, program, args } = command;
    if (network !== null) return this.#isOwnNetwork(network, command);
    if (program === "iptables") return args.includes("-D") && this.#rules.has(args.join(" "));
    const netns = netnsVerb(command);
    return netns !== null && this.#networks.has(netns.name);
  }

  /** Reports whether what a command touches goes with something of the script's */
  owns(touch: Touch, command: ScriptCommand): boolean {
    const network = touch.place.enter.at(-1) ?? null;
    if (network !== null) return this.#isOwnNetwork(network, command);
    if (touch.kind === "nft") return false;
    if (touch.kind === "qdisc") return this.links.has(touch.link);
    if (touch.kind === "link") return touch.effect !== "makes" && this.links.has(nameIn(touch.which));
    const { which } = touch;
    if ("linkOf" in which) return this.links.has(nameIn(which.linkOf));
    if (which.of === "address") return this.links.has(which.link);
    if (which.of === "neighbour") return this.links.has(String(touch.words.at(-1)));
    // A route need not go with its interface: it may be there in place of another
    return touch.effect !== "makes" && this.#routes.has(keyOf(touch));
  }

  /** Of a container's network only the script knows the process; others it has made */
  #isOwnNetwork(network: string, { variables }: ScriptCommand): boolean {
    return variables.length > 0 || this.#networks.has(network);
  }

  #addTouch(touch: Touch, command: ScriptCommand): void {
    if (touch.place.enter.length > 0) return;
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

  /** A network that docker0 is given */
  #addOptions(text: string): void {
    for (const [, bip = ""] of text.matchAll(/--bip[= ]([\d./]+)/g)) this.#addNetworkOf(bip);
  }

  /** As iptables and ip6tables are told of it: of an address alone there is none */
  #addNetworkOf(text: string): void {
    const address = text.includes("/") ? readIpCidr(text) : null;
    if (address !== null) this.bridgeWords.add(networkOf(address));
  }
}

/** The link that a selector begins with */
function nameIn(which: LinkSelector): string {
  return "name" in which ? which.name : "portsOf" in which ? which.portsOf : which.peerOf;
}

/** What tells an entry from others, as typed */
function keyOf({ which, words }: EntryTouch): string {
  return `${which.of} ${words.join(" ")}`;
}

/** A command about a name in `/var/run/netns`; `null` for another one */
function netnsVerb({ program, args }: ScriptCommand): { readonly verb: string | null; readonly name: string } | null {
  const line = program === "ip" ? readIpLine(args, []) : null;
  if (line === null || typeof line === "string" || line.object !== "netns") return null;
  return { verb: line.verb, name: line.words[0] ?? "" };
}

/** `-I FORWARD 1 -j DROP` is deleted by `-D FORWARD -j DROP` */
function deletion(args: readonly string[]): string {
  return args.join(" ").replace(/(?<=^|\s)-[AI] (\S+)(?: \d+(?= ))?/, "-D $1");
}
