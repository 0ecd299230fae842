/**
 * `ip netns`: gives network namespaces names, or takes them away.
 *
 * @module
 */
import { addEntry, attachEntry } from "../../../netlink/netns/add-entry.ts";
import { deleteEntry } from "../../../netlink/netns/delete-entry.ts";
import { EntryError } from "../../../netlink/netns/entry-error.ts";
import { NotOurs } from "../../strict.ts";
import { Complaint } from "./complaint.ts";
import type { Performance } from "../../performance.ts";

/** NAME_MAX, limits.h */
const NAME_BYTES = 255;

/** Performs verbs by their names, on the words behind them; what follows those `ip` does not read */
export const NETNS_PERFORMERS: Readonly<Record<string, (words: readonly string[]) => Performance>> = {
  add: ([name]) => change(name, addEntry),
  delete: ([name]) => change(name, deleteEntry),
  attach: ([name, pid]) => {
    // How the real one reads a number is its own: octal, or with blanks before
    if (pid === undefined || !/^[1-9]\d{0,8}$/.test(pid)) throw new NotOurs();
    return change(name, (entry) => attachEntry(entry, Number(pid)));
  },
};

function change(name: string | undefined, make: (name: string) => void): Performance {
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

/** Reports whether a word can be a name. Source: invalid_name() of ip/ipnetns.c */
function isName(word: string): boolean {
  return !["", ".", ".."].includes(word) && !word.includes("/") && Buffer.byteLength(word) <= NAME_BYTES;
}
