/**
 * How long the container of a build may live: no longer than its client, as Docker cancels a build whose client is gone.
 *
 * @module
 */
import { closeSync, writeSync } from "node:fs";

import { BUN_COMMAND } from "../../../../hosts/bun-command.ts";
import { openPipe } from "../../../../netlink/pipe.ts";
import type { ContainerRecord } from "../container.ts";

const PROGRAM = `${import.meta.dir}/cancel-program.ts`;

/** Waits for a line, or, when nobody is left who could write one, does the rest */
const WAIT = 'read -r _ || exec "$@"';

/**
 * Has a container killed and removed when this process ends, however it does, and not when the answer is disposed of before.
 * Who sees to it is in no reach of a terminal's Ctrl-C.
 */
export function tieToClient({ id }: ContainerRecord): Disposable {
  const { read, write } = openPipe();
  const waiting = Bun.spawn(["sh", "-c", WAIT, "sh", ...BUN_COMMAND, PROGRAM, id], {
    detached: true,
    cwd: "/",
    stdio: [read, "ignore", "ignore"],
  });
  closeSync(read);
  waiting.unref();
  return {
    [Symbol.dispose]: () => {
      writeSync(write, "\n");
      closeSync(write);
    },
  };
}
