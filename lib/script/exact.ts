/**
 * Which commands have an opposite that is right whatever was there before.
 *
 * @module
 */
import { readIpLine } from "../programs/ip/line.ts";
import { IPTABLES } from "../programs/iptables/iptables.ts";
import { readIptables } from "../programs/iptables/line.ts";
import { parse, plainWords } from "../programs/parse.ts";
import type { ScriptCommand } from "./script-command.ts";

/** What makes something new, and fails where it is there already; or is undone by the very words that it had */
const EXACT: ReadonlySet<string> = new Set([
  "ip netns add",
  "iptables -A",
  "iptables -I",
  "iptables -N",
  "iptables -E",
  "iptables -X",
  "mount",
  "ln",
]);

/** Reports whether the line that `explain` has for a command brings back what was before, also of what is somebody else's */
export function isExact(command: ScriptCommand): boolean {
  return EXACT.has(kindOf(command));
}

/** Names what a command does: `ip netns add`, `iptables -A` */
export function kindOf({ program, args }: ScriptCommand): string {
  if (program === "ip") {
    const line = readIpLine(args, []);
    return typeof line === "string" ? "ip" : `ip ${line.object} ${line.verb}`;
  }
  if (/^ip6?tables(?:-nft|-legacy)?$/.test(program)) {
    const line = readIptables(parse(IPTABLES.grammar, plainWords(args)));
    return `iptables -${line?.command ?? ""}`;
  }
  return program === "ln" && args.some((word) => /^(?:--force|-[a-zA-Z]*f)/.test(word)) ? "ln -f" : program;
}
