import { IFLA, type LinkMessage } from "../../../netlink/links/link-message.ts";
import { linkOf } from "../../../netlink/links/find-link.ts";
import type { RouteSocket } from "../../../netlink/rtnetlink/route-socket.ts";
import { plainText } from "../plain-text.ts";

/** What others tell of a link */
export interface NamedLink {
  readonly name: string;
  /** IFF_*, or `null` when nobody knows */
  readonly flags: number | null;
}

/** Names of links by their numbers, in one network namespace; the kernel is asked for those that it has not told */
export class LinkNames {
  readonly #socket: RouteSocket;
  /** Of the number 0, which no link has */
  readonly #known = new Map<number, NamedLink>([[0, { name: "*", flags: null }]]);

  constructor(socket: RouteSocket, told: readonly LinkMessage[] = []) {
    this.#socket = socket;
    for (const message of told) this.#known.set(message.index, named(message));
  }

  /** The link of a number; where there is none, a name is made of that */
  of(index: number): NamedLink {
    const known = this.#known.get(index);
    if (known !== undefined) return known;
    const message = linkOf(this.#socket, index);
    const link = message === null ? { name: `if${index}`, flags: null } : named(message);
    this.#known.set(index, link);
    return link;
  }
}

function named({ attributes, flags }: LinkMessage): NamedLink {
  return { name: plainText(attributes.get(IFLA.name)), flags };
}
