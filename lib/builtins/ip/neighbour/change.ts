/**
 * `ip neighbour add`, `ip neighbour change`, `ip neighbour replace` and `ip neighbour del`
 *
 * @module
 */
import {
  addNeighbour,
  changeNeighbour,
  deleteNeighbour,
  type NeighbourOptions,
  replaceNeighbour,
} from "../../../netlink/neighbours/add-neighbour.ts";
import type { Request } from "../../../netlink/rtnetlink/message.ts";
import type { Reading } from "../commands.ts";
import { DONE } from "../deed.ts";
import { indexOf } from "../link/resolve.ts";
import { Words } from "../words.ts";
import { readNeighbourWords } from "./neighbour-words.ts";

/** Equivalent to: `ip neighbour add $words` */
export const add = changing(addNeighbour);

/** Equivalent to: `ip neighbour change $words` */
export const change = changing(changeNeighbour);

/** Equivalent to: `ip neighbour replace $words` */
export const replace = changing(replaceNeighbour);

/** Equivalent to: `ip neighbour del $words` */
export const remove = changing(deleteNeighbour);

function changing(request: (options: NeighbourOptions) => Request): Reading {
  return (given) => {
    const { dev, ...options } = readNeighbourWords(new Words(given));
    return ({ socket }) => {
      socket.run(request({ ...options, link: indexOf(socket, dev) }));
      return DONE;
    };
  };
}
