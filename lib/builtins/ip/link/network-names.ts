import { closeSync, openSync, readdirSync } from "node:fs";

import { namespaceId } from "../../../netlink/netns/namespace-id.ts";
import { Refusal } from "../../../netlink/rtnetlink/refusal.ts";
import { entryFile, FOLDER } from "../../../netlink/netns/folder.ts";
import type { RouteSocket } from "../../../netlink/rtnetlink/route-socket.ts";
import { NotOurs } from "../words.ts";

/** Names of network namespaces by the numbers that another one has for them; the folder of entries is read when one is asked for */
export class NetworkNames {
  readonly #socket: RouteSocket;
  #names: ReadonlyMap<number, string[]> | null = null;

  constructor(socket: RouteSocket) {
    this.#socket = socket;
  }

  /**
   * The entry that leads to a network namespace.
   *
   * @returns `null` when none does
   * @throws {NotOurs} when several do, of which `ip` takes the first in an order that only it knows, and when one is no
   * namespace, of which it complains
   */
  of(id: number): string | null {
    this.#names ??= this.#read();
    const [name = null, ...others] = this.#names.get(id) ?? [];
    if (others.length > 0) throw new NotOurs();
    return name;
  }

  #read(): ReadonlyMap<number, string[]> {
    const names = new Map<number, string[]>();
    for (const name of entries()) {
      const id = this.#idOf(entryFile(name));
      if (id !== null) names.set(id, [...(names.get(id) ?? []), name]);
    }
    return names;
  }

  #idOf(path: string): number | null {
    const network = opened(path);
    if (network === null) return null;
    try {
      return namespaceId(this.#socket, network);
    } catch (error) {
      if (error instanceof Refusal) throw new NotOurs();
      throw error;
    } finally {
      closeSync(network);
    }
  }
}

function entries(): string[] {
  try {
    return readdirSync(FOLDER);
  } catch {
    return [];
  }
}

/** An entry whose process has ended leads nowhere */
function opened(path: string): number | null {
  try {
    return openSync(path, "r");
  } catch {
    return null;
  }
}
