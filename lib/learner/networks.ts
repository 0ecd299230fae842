/**
 * The networks of a host: its own, those of its containers, and those that have a name.
 *
 * @module
 */
import type { SeenLink } from "../netlink/see/link.ts";
import type { Look } from "../resources/look.ts";
import { inodeOfNetwork, seeIn } from "../resources/network.ts";
import type { Way } from "./deed.ts";

/** A network, and how it is told */
export interface Place {
  /** The same for each way there */
  readonly key: string;
  readonly way: Way;
  /** Behind the name of something in it: `on the host`, `in 2989` */
  readonly where: string;
  /** By itself: `the host`, `2989` */
  readonly name: string;
}

/** The host's own network */
export const HOST: Place = { key: "the host", way: [], where: "on the host", name: "the host" };

/** The networks, and what is in each; all is looked at once */
export class Networks {
  readonly #look: Look;
  /** The first processes of the containers that run */
  readonly #pids: readonly number[];
  readonly #links = new Map<string, readonly SeenLink[]>();

  constructor(look: Look, pids: readonly number[]) {
    this.#look = look;
    this.#pids = pids;
  }

  /** The network that a command runs in */
  async behind(way: Way): Promise<Place> {
    const name = way.length === 4 && way[0] === "ip" && way[2] === "exec" ? way[3] : undefined;
    if (name !== undefined) return this.named(name);
    if (way.length === 0) return HOST;
    return this.#placeOf(way, way.join(" "));
  }

  /** The network of a process id, or of that name in `/var/run/netns` */
  named(name: string): Promise<Place> {
    // By the process itself: whether the entry leads there is the question of another line
    const isContainer = this.#pids.some((pid) => `${pid}` === name);
    const isProcess = isContainer || (/^\d+$/.test(name) && this.#look.inode(`/var/run/netns/${name}`) === null);
    return this.#placeOf(isProcess ? wayTo(name) : ["ip", "netns", "exec", name], name);
  }

  /** Each once; a container's goes by its process */
  async all(): Promise<readonly Place[]> {
    const entries = (await this.#look.text(["ls", "/var/run/netns"])) ?? "";
    const names = [...this.#pids.map((pid) => `${pid}`), ...entries.split("\n").filter((name) => name !== "")];
    const places = await Promise.all(names.map((name) => this.named(name)));
    return [...new Map([HOST, ...places].toReversed().map((place) => [place.key, place])).values()].toReversed();
  }

  /** The interfaces in it, as they were when they were first looked at */
  linksIn({ key, way }: Place): readonly SeenLink[] {
    const links = this.#links.get(key) ?? seeIn(this.#look, way, (seen) => seen.links()) ?? [];
    this.#links.set(key, links);
    return links;
  }

  async #placeOf(way: Way, name: string): Promise<Place> {
    const [inode, own] = await Promise.all([inodeOfNetwork(this.#look, way), inodeOfNetwork(this.#look, [])]);
    if (inode !== null && inode === own) return HOST;
    return { key: inode ?? `none ${name}`, way, where: `in ${name}`, name };
  }
}

function wayTo(pid: string): Way {
  return ["nsenter", `--net=/proc/${pid}/ns/net`];
}
