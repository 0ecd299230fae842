import type { Typed } from "../../shell/invert/typed.ts";
import type { Deed, Way } from "../deed.ts";

/** A command of brctl(8), read */
type Read = (way: Way, bridge: string, port: string) => Deed;

const UNCHANGED = { netns: null, newName: null, state: null } as const;

const READS: Readonly<Record<string, Read>> = {
  addbr: (way, name) => ({ kind: "link made", way, name, type: "bridge", netns: null, peer: null }),
  delbr: (way, name) => ({ kind: "link deleted", way, name }),
  addif: (way, master, name) => ({ kind: "link set", way, name, master, ...UNCHANGED }),
  delif: (way, _, name) => ({ kind: "link set", way, name, master: "", ...UNCHANGED }),
};

/** What a line of `brctl` does */
export function brctlDeeds({ args, enter }: Typed): readonly Deed[] {
  const [verb = "", bridge = "", port = ""] = args;
  const read = Object.hasOwn(READS, verb) ? READS[verb] : undefined;
  return read === undefined ? [] : [read(enter, bridge, port)];
}
