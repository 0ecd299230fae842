/**
 * The networks of a host: its own, those of its containers, and the named ones.
 *
 * @module
 */
import type { SeenLink } from "../netlink/see/link.ts";
import { enteringNamed, enteringProcess, namespaceNamed, ON_HOST } from "../resources/entering.ts";
import type { Look } from "../resources/look.ts";
import { inodeOfNetwork, seeIn } from "../resources/network.ts";
import type { Way } from "./deed.ts";

/** A network, and its descriptions */
export interface Place {
  /** A key that does not depend on the way to it */
  readonly key: string;
  readonly way: Way;
  /** A description to put after a name: `on the host`, `in 2989` */
  readonly where: string;
  /** A name of its own: `the host`, `2989` */
  readonly name: string;
}

/** The host's own network */
export const HOST: Place = { key: "the host", way: ON_HOST, where: "on the host", name: "the host" };

/** The networks and their interfaces; each is inspected once */
export class Networks {
  readonly #look: Look;
  /** The first processes of running containers */
  readonly #pids: readonly number[];
  readonly #links = new Map<string, readonly SeenLink[]>();

  constructor(look: Look, pids: readonly number[]) {
    this.#look = look;
    this.#pids = pids;
  }

  /** Returns the network that a command runs in */
  async behind(way: Way): Promise<Place> {
    const { words, file, name } = way;
    if (words.length === 0) return HOST;
    if (name !== null && file === namespaceNamed(name).file) return this.named(name);
    return this.#placeOf(way, name ?? words.join(" "));
  }

  /** Returns the network of a process id, or of an entry in `/var/run/netns` */
  named(name: string): Promise<Place> {
    // A container's process is used directly: whether its entry works is checked for another line
    const isContainer = this.#pids.some((pid) => `${pid}` === name);
    const isProcess = isContainer || (/^\d+$/.test(name) && this.#look.inode(`/var/run/netns/${name}`) === null);
    return this.#placeOf(isProcess ? enteringProcess(name) : enteringNamed(name), name);
  }

  /** Lists each network once; a container's goes by its process */
  async all(): Promise<readonly Place[]> {
    const entries = (await this.#look.text(["ls", "/var/run/netns"])) ?? "";
    const names = [...this.#pids.map((pid) => `${pid}`), ...entries.split("\n").filter((name) => name !== "")];
    const places = await Promise.all(names.map((name) => this.named(name)));
    return [...new Map([HOST, ...places].toReversed().map((place) => [place.key, place])).values()].toReversed();
  }

  /** The interfaces of a network, as they were when it was first inspected */
  linksIn({ key, way }: Place): readonly SeenLink[] {
    const links = this.#links.get(key) ?? seeIn(this.#look, way, (seen) => seen.links()) ?? [];
    this.#links.set(key, links);
    return links;
  }

  async #placeOf(way: Way, name: string): Promise<Place> {
    const [inode, own] = await Promise.all([inodeOfNetwork(this.#look, way), inodeOfNetwork(this.#look, ON_HOST)]);
    if (inode !== null && inode === own) return HOST;
    return { key: inode ?? `none ${name}`, way, where: `in ${name}`, name };
  }
}
