/**
 * Ties a build's container to the client's life: Docker cancels a build whose client is gone.
 *
 * @module
 */
import { closeSync, writeSync } from "node:fs";

import { BUN_COMMAND } from "../../../../hosts/bun-command.ts";
import { openPipe } from "../../../../netlink/pipe.ts";
import type { ContainerRecord } from "../container.ts";

const PROGRAM = `${import.meta.dir}/cancel-program.ts`;

/** Waits for a line; when the writer ends without one, runs the arguments */
const WAIT = 'read -r _ || exec "$@"';

/**
 * Makes sure that a container is killed and removed when this process ends in any way, unless the result is
 * disposed of first. The process that does it is out of reach of a terminal's Ctrl-C.
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
