/**
 * What a script has made so far, which goes by itself when that is taken back.
 *
 * @module
 */
import { networkOf } from "../values/subnet.ts";
import { parseCidr, reasonAgainstCidr } from "../values/cidr.ts";
import type { ScriptCommand } from "./script-command.ts";

/** Learns it from the script's own commands */
export class Made {
  /** Interfaces, by name */
  readonly links = new Set<string>();
  /** Symbolic links: where each is, as a script has it */
  readonly entries: { readonly path: string; readonly typed: string }[] = [];
  /** Words that rules of a daemon have for bridges of the script's: their names, and their networks */
  readonly bridgeWords = new Set<string>();
  /** Routes, as typed */
  readonly #routes = new Set<string>();
  /** Rules of iptables, as their deletion is typed */
  readonly #rules = new Set<string>();
  /** Names that it has given to networks */
  readonly #networks = new Set<string>();

  /** Takes note of a command */
  add(command: ScriptCommand): void {
    const { program, args, words, network, line } = command;
    if (line.redirection?.file === "/etc/default/docker") this.#addOptions(args.join(" "));
    const [object = "", verb = "", ...rest] = args;
    if (program === "ln") this.entries.push({ path: args.at(-1) ?? "", typed: words.at(-1)?.typed ?? "" });
    if (network !== null) return;
    if (program === "brctl" && object === "addbr") this.#addBridge(verb);
    if (program === "iptables") this.#rules.add(deletion(args));
    if (program !== "ip") return;
    if (isShort(verb, "set") && this.includes(command)) this.links.add(rest[rest.indexOf("name") + 1] ?? "");
    if (!isShort(verb, "add")) return;
    if (isShort(object, "link")) this.#addLinks(rest);
    if (isShort(object, "address")) this.#addAddress(rest);
    if (isShort(object, "route")) this.#routes.add(rest.join(" "));
    if (isShort(object, "netns")) this.#networks.add(rest[0] ?? "");
  }

  /** Whether a command is about what goes with something of the script's: in a network of its own, or on its interface */
  includes({ network, variables, program, args }: ScriptCommand): boolean {
    if (network !== null) return variables.length > 0 || this.#networks.has(network);
    const [object = "", verb = "", ...rest] = args;
    if (program === "brctl") return this.links.has(verb);
    if (program === "iptables") return args.includes("-D") && this.#rules.has(args.join(" "));
    if (program !== "ip") return false;
    if (isShort(object, "link")) return this.links.has((rest[0] === "dev" ? rest[1] : rest[0]) ?? "");
    if (isShort(object, "address")) return this.links.has(rest[rest.indexOf("dev") + 1] ?? "");
    // A route need not go with its interface: it may be there in place of another
    if (isShort(object, "route")) return this.#routes.has(rest.join(" "));
    return isShort(object, "netns") && this.#networks.has(rest[0] ?? "");
  }

  #addBridge(name: string): void {
    this.links.add(name);
    this.bridgeWords.add(name);
  }

  /** A network that docker0 is given */
  #addOptions(text: string): void {
    for (const [, bip = ""] of text.matchAll(/--bip[= ]([\d./]+)/g))
      if (reasonAgainstCidr(bip) === null) this.bridgeWords.add(networkOf(parseCidr(bip)));
  }

  #addAddress([address = "", ...words]: readonly string[]): void {
    const device = words[words.indexOf("dev") + 1] ?? "";
    if (!this.bridgeWords.has(device) || reasonAgainstCidr(address) !== null) return;
    this.bridgeWords.add(networkOf(parseCidr(address)));
  }

  /** `ip link add A type veth peer name B`: its own name comes first or after a keyword, the peer's after `peer` */
  #addLinks(words: readonly string[]): void {
    const named = words.flatMap((word, at) => (["name", "dev"].includes(words[at - 1] ?? "") ? [word] : []));
    const [first = ""] = words;
    const names = ["name", "dev", "link"].includes(first) ? named : [first, ...named];
    for (const name of names) {
      if (words[words.indexOf("type") + 1] === "bridge") this.#addBridge(name);
      else this.links.add(name);
    }
  }
}

/** `-I FORWARD 1 -j DROP` is deleted by `-D FORWARD -j DROP` */
function deletion(args: readonly string[]): string {
  return args.join(" ").replace(/(?<=^|\s)-[AI] (\S+)(?: \d+(?= ))?/, "-D $1");
}

/** Reports whether a word of `ip` is short for another: to it any beginning will do, ip(8), and `ip ne` is `ip neighbour` */
export function isShort(word: string, name: string): boolean {
  return word !== "" && name.startsWith(word) && (name !== "netns" || !"neighbour".startsWith(word));
}
