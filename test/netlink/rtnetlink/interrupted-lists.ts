/**
 * Lists that change while they are told.
 */
import { libc } from "../../../lib/netlink/libc.ts";

/** How often a list was begun since */
export interface Interruption extends Disposable {
  readonly begun: number;
}

/**
 * Makes a change each time when the kernel has told the first part of a list, until it is disposed of. All that the kernel tells at once
 * is 32 kB, and it has the next part ready by then: a list is to have more than 64 kB.
 */
export function interruptLists(change: (begun: number) => void): Interruption {
  const { recv, send } = libc;
  let begun = 0;
  let isFirst = false;
  let isChanging = false;
  const patched = {
    send: (...words: Parameters<typeof send>) => {
      if (!isChanging) {
        isFirst = true;
        begun += 1;
      }
      return send(...words);
    },
    recv: (...words: Parameters<typeof recv>) => {
      const count = recv(...words);
      if (isFirst && !isChanging) {
        isFirst = false;
        isChanging = true;
        change(begun);
        isChanging = false;
      }
      return count;
    },
  };
  Object.assign(libc, patched);
  return {
    get begun() {
      return begun;
    },
    [Symbol.dispose]: () => void Object.assign(libc, { recv, send }),
  };
}
