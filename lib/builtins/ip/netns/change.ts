/**
 * The commands that give network namespaces names, or take them away.
 *
 * @module
 */
import { addEntry, attachEntry } from "../../../netlink/netns/add-entry.ts";
import { deleteEntry } from "../../../netlink/netns/delete-entry.ts";
import { EntryError } from "../../../netlink/netns/entry-error.ts";
import type { Reading } from "../commands.ts";
import { Complaint, type Deed, DONE } from "../deed.ts";
import { NotOurs } from "../words.ts";
import { atHome } from "./at-home.ts";
import { named } from "./name.ts";

/** Equivalent to: `ip netns add $name` */
export const add: Reading = atHome(([name]) => named(name, changes(addEntry)));

/** Equivalent to: `ip netns delete $name` */
export const remove: Reading = atHome(([name]) => named(name, changes(deleteEntry)));

/** Equivalent to: `ip netns attach $name $pid` */
export const attach: Reading = atHome(([name, pid]) => {
  // How the real one reads a number is its own: octal, or with blanks before
  if (pid === undefined || !/^[1-9]\d{0,8}$/.test(pid)) throw new NotOurs();
  return named(
    name,
    changes((entry) => attachEntry(entry, Number(pid))),
  );
});

function changes(change: (name: string) => void): (name: string) => Deed {
  return (name) => () => {
    try {
      change(name);
      return DONE;
    } catch (error) {
      if (error instanceof EntryError) throw new Complaint(error.message);
      throw error;
    }
  };
}
