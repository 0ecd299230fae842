import { EntryError } from "../../../netlink/netns/entry-error.ts";
import { listEntries } from "../../../netlink/netns/list-entries.ts";
import { namespaceId } from "../../../netlink/netns/namespace-id.ts";
import type { Network } from "../../../netlink/netns/network.ts";
import { openNetworkNamed } from "../../../netlink/netns/open-network.ts";
import { Refusal } from "../../../netlink/rtnetlink/refusal.ts";
import type { RouteSocket } from "../../../netlink/rtnetlink/route-socket.ts";
import type { Reading } from "../commands.ts";
import { type Answer, type Deed, DONE, type Situation } from "../deed.ts";
import { NotOurs } from "../words.ts";
import { mayBeNamed } from "./name.ts";

/** What stands for bytes that are no UTF-8, which a name may have, and by which it is not found again */
const NO_CHARACTER = "\ufffd";

/** A name, the number that the network has in this one, and what the kernel says of a file that is no network */
interface Entry {
  readonly name: string;
  readonly id: number | null;
  readonly complaint: string;
}

/** Equivalent to: `ip netns list`; more words are no mistake */
export const list: Reading = ([word]) => mayBeNamed(word, tell);

const tell: Deed = ({ socket, form }): Answer => {
  const names = namesOrNull();
  if (names === null) return DONE;
  if (names.some((name) => name.includes(NO_CHARACTER))) throw new NotOurs();
  const entries = names.map((name) => entryOf(socket, name));
  const complaints = entries.map(({ complaint }) => complaint).join("");
  // The real one asks twice, the first time for names of numbers that it then has no use for
  return { status: 0, stdout: FORMS[form](entries), stderr: complaints.repeat(2) };
};

/** `null` where there is no folder, of which the real one says nothing */
function namesOrNull(): readonly string[] | null {
  try {
    return listEntries();
  } catch (error) {
    if (error instanceof EntryError) return null;
    throw error;
  }
}

const FORMS: Readonly<Record<Situation["form"], (entries: readonly Entry[]) => string>> = {
  text: textOf,
  // There is nothing to leave out
  brief: textOf,
  json: jsonOf,
  oneline: textOf,
  // There is nothing to add
  details: jsonOf,
};

function jsonOf(entries: readonly Entry[]): string {
  return `${JSON.stringify(entries.map(({ name, id }) => (id === null ? { name } : { name, id })))}\n`;
}

function textOf(entries: readonly Entry[]): string {
  return entries.map(({ name, id }) => `${name}${id === null ? "" : ` (id: ${id})`}\n`).join("");
}

function entryOf(socket: RouteSocket, name: string): Entry {
  using network = openedOrNull(name);
  if (network === null) return { name, id: null, complaint: "" };
  try {
    return { name, id: namespaceId(socket, network.fd), complaint: "" };
  } catch (error) {
    if (error instanceof Refusal) return { name, id: null, complaint: `${error.answer}\n` };
    throw error;
  }
}

/** `null` of a link that dangles, or a file that is closed to who asks */
function openedOrNull(name: string): Network | null {
  try {
    return openNetworkNamed(name);
  } catch {
    return null;
  }
}
