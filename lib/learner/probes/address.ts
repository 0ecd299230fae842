import { addressName } from "../../resources/address-words.ts";
import { type EntryAfter, entriesMeant } from "../../resources/entry-after.ts";
import type { Entry } from "../../resources/entry.ts";
import type { FoundLink } from "../follow-link.ts";
import type { Finding } from "../finding.ts";
import type { LinkTurn } from "../link-life.ts";

/** The address that the kernel itself gives to the loopback interface */
const ITS_OWN = "127.0.0.1/8";

/** A link, and its addresses */
interface Addressed {
  readonly there: FoundLink | null;
  readonly own: readonly Entry[];
}

/** Compares the addresses of a link with those expected after a line */
export function addressFinding(after: EntryAfter, { life, after: at }: LinkTurn, { there, own }: Addressed): Finding {
  const { is, having } = after;
  const given = own.filter(({ words }) => addressName(words) !== ITS_OWN);
  const isSo = entriesMeant(given, after).length > 0 === (is === "there");
  const [name] = having;
  const address = name === undefined ? "no address" : having.join(" ").replace(/\/$/, "");
  // Shown by name only, if the line names nothing else
  const shown = given.map(({ words }) => (having.length > 1 ? words : addressName(words)));
  const has = shown.length === 0 ? "no address" : shown.join(" and ");
  return {
    thing: `${life.thing}/addresses${name === undefined ? "" : `/${name}`}`,
    wanted: `${at.name} ${at.place.where} has ${is === "gone" && name !== undefined ? "not " : ""}${address}`,
    seen:
      there === null ? `${at.name} is missing ${at.place.where}` : `${there.link.name} ${there.place.where} has ${has}`,
    is: isSo ? "so" : given.length > 0 ? "otherwise" : "missing",
    tells: is === "there",
  };
}
