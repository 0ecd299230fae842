/**
 * Follows interfaces that lines make, move and rename, to know which one each line is about.
 *
 * @module
 */
import type { Deed, Way } from "./deed.ts";
import type { Networks, Place } from "./host-networks.ts";

/** The place and name of an interface after a line */
export interface Station {
  readonly place: Place;
  readonly name: string;
}

/** An interface with its stations in order */
export interface LinkLife {
  /** A unique name, since the names of interfaces are used again */
  readonly thing: string;
  /** Its first name */
  readonly name: string;
  /** The kind of link; `null` when no line makes it */
  readonly type: string | null;
  readonly stations: readonly Station[];
  /** Returns a veth's other end: a function, as the two ends refer to each other */
  readonly peer: () => LinkLife | null;
}

/** The interface of a line, with its stations before and after it */
export interface LinkTurn {
  readonly life: LinkLife;
  readonly before: Station;
  readonly after: Station;
}

/** An interface whose stations are still being collected */
interface Growing extends LinkLife {
  readonly stations: Station[];
}

/** Follows the interfaces through the lines, from the first to the last */
export class LinkLives {
  readonly #networks: Networks;
  readonly #now = new Map<string, Growing>();
  #count = 0;

  constructor(networks: Networks) {
    this.#networks = networks;
  }

  /** Starts an interface, or both ends of a cable, that a line makes */
  async make({ way, name, type, netns, peer }: Deed<"link made">): Promise<LinkLife> {
    let other: LinkLife | null = null;
    const made = this.#begin(type, await this.#station(way, netns, name), () => other);
    if (peer !== null) other = this.#begin(type, await this.#station(way, peer.netns, peer.name), () => made);
    return made;
  }

  /** Applies a line to the interface of that name */
  async turn(way: Way, name: string, to: { netns: string | null; newName: string | null }): Promise<LinkTurn> {
    const before = await this.#station(way, null, name);
    const life = this.#now.get(keyOf(before)) ?? this.#begin(null, before, () => null);
    const place = to.netns === null ? before.place : await this.#networks.named(to.netns);
    const after = { place, name: to.newName ?? name };
    if (keyOf(after) !== keyOf(before)) {
      this.#now.delete(keyOf(before));
      this.#now.set(keyOf(after), life);
      life.stations.push(after);
    }
    return { life, before, after };
  }

  /** Ends the interface of that name, which a line deletes */
  async end(way: Way, name: string): Promise<LinkLife> {
    const { life, after } = await this.turn(way, name, { netns: null, newName: null });
    this.#now.delete(keyOf(after));
    return life;
  }

  async #station(way: Way, netns: string | null, name: string): Promise<Station> {
    return { place: netns === null ? await this.#networks.behind(way) : await this.#networks.named(netns), name };
  }

  #begin(type: string | null, first: Station, peer: () => LinkLife | null): Growing {
    const thing = `link ${first.name} ${this.#count++}`;
    const life = { thing, name: first.name, type, stations: [first], peer };
    this.#now.set(keyOf(first), life);
    return life;
  }
}

function keyOf({ place, name }: Station): string {
  return `${place.key} ${name}`;
}
