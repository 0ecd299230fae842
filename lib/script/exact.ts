/**
 * Which commands have an opposite that is right whatever was there before.
 *
 * @module
 */
import { isShort } from "./made.ts";
import type { ScriptCommand } from "./script-command.ts";

/** What makes something new, and fails where it is there already; or is undone by the very words that it had */
const EXACT: ReadonlySet<string> = new Set(
  [
    "ip link add,ip link set name,ip address add,ip route add,ip neighbour add,ip netns add",
    "brctl addbr,brctl addif,brctl delif,iptables -A,iptables -I,iptables -N,iptables -X,mount,ln",
  ].flatMap((line) => line.split(",")),
);

/** Objects of `ip`, and verbs that change something */
const OBJECTS = ["link", "address", "route", "neighbour", "netns"] as const;
const VERBS = ["add", "set", "delete"] as const;

/**
 * Whether the line that `explain` has for a command brings back what was before, also of what is somebody else's: an
 * interface that was up already must not be switched off.
 */
export function isExact(command: ScriptCommand): boolean {
  return EXACT.has(kindOf(command));
}

/** Switches an interface on or off, and nothing else: its name, and which; `null` for another command */
export function switched(command: ScriptCommand): { readonly link: string; readonly to: "up" | "down" } | null {
  const kind = kindOf(command);
  if (kind !== "ip link set up" && kind !== "ip link set down") return null;
  const [link = ""] = command.words
    .map(({ typed }) => typed)
    .filter((word) => word !== "dev")
    .slice(-2);
  return { link, to: kind === "ip link set up" ? "up" : "down" };
}

function kindOf({ program, args }: ScriptCommand): string {
  const [object = "", verb = "", ...rest] = args;
  if (program === "ip") {
    const kind = `ip ${longFor(object, OBJECTS)} ${longFor(verb, VERBS)}`;
    return kind === "ip link set" ? `${kind} ${settingOf(rest)}` : kind;
  }
  if (program === "brctl") return `brctl ${object}`;
  if (program === "iptables") return `iptables ${args.find((word) => /^-[AINXDPFRZE]$/.test(word)) ?? ""}`;
  return program === "ln" && args.some((word) => /^(?:--force|-[a-zA-Z]*f)/.test(word)) ? "ln -f" : program;
}

function longFor(word: string, names: readonly string[]): string {
  return names.find((name) => isShort(word, name)) ?? word;
}

/** What `ip link set` sets: one thing, or `several` */
function settingOf(words: readonly string[]): string {
  const [setting = "", value, ...others] = words[0] === "dev" ? words.slice(2) : words.slice(1);
  const isSwitch = setting === "up" || setting === "down";
  return others.length > 0 || (isSwitch && value !== undefined) ? "several" : setting;
}
