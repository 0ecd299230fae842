/**
 * `ip netns`: names network namespaces, and removes names.
 *
 * @module
 */
import { addEntry, attachEntry } from "../../../netlink/netns/add-entry.ts";
import { deleteEntry } from "../../../netlink/netns/delete-entry.ts";
import { EntryError } from "../../../netlink/netns/entry-error.ts";
import type { Parsed } from "../../parse.ts";
import type { Performance } from "../../performance.ts";
import { NotOurs } from "../../strict.ts";
import { valuesOf } from "../../terms.ts";
import type { Context } from "../../verb.ts";
import { Complaint } from "../../complaint.ts";

/** NAME_MAX, limits.h */
const NAME_BYTES = 255;

/** Equivalent to: `ip netns add $words` */
export function performNetnsAdd(parsed: Parsed, context: Context): Performance {
  return change(parsed, context, addEntry);
}

/** Equivalent to: `ip netns delete $words` */
export function performNetnsDelete(parsed: Parsed, context: Context): Performance {
  return change(parsed, context, deleteEntry);
}

/** Equivalent to: `ip netns attach $words` */
export function performNetnsAttach(parsed: Parsed, context: Context): Performance {
  const [pid] = valuesOf(parsed, "pid");
  // Other spellings of numbers, such as octal ones, are left to the real `ip`
  if (pid === undefined || !/^[1-9]\d{0,8}$/.test(pid)) throw new NotOurs();
  return change(parsed, context, (name) => attachEntry(name, Number(pid)));
}

function change(parsed: Parsed, { enter }: Context, make: (name: string) => void): Performance {
  // With -n the real `ip` first enters a new mount namespace, where its mounts are invisible to others, and that network
  if (enter.words.length > 0) throw new NotOurs();
  const [name] = valuesOf(parsed, "netns");
  return () => {
    if (name === undefined) throw new Complaint("No netns name specified");
    if (!isName(name)) throw new Complaint(`Invalid netns name "${name}"`, 255);
    try {
      make(name);
    } catch (error) {
      throw error instanceof EntryError ? new Complaint(error.message) : error;
    }
  };
}

/** Reports whether a word is a valid name. Source: invalid_name() of ip/ipnetns.c */
function isName(word: string): boolean {
  return !["", ".", ".."].includes(word) && !word.includes("/") && Buffer.byteLength(word) <= NAME_BYTES;
}
