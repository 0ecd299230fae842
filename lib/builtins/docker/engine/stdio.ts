/**
 * A container's standard streams: a terminal of its own, or a pipe and two files.
 *
 * @module
 */
import { closeSync, constants, openSync, rmSync } from "node:fs";

import { makeFifo } from "../../../netlink/fifo.ts";
import type { Pty } from "../../../netlink/pty.ts";
import type { ContainerFiles } from "./store.ts";

/** Open descriptors, for the supervisor */
export interface Stdio extends Disposable {
  /** The far end of the container's terminal; `null` without one */
  readonly terminal: number | null;
  /** Its input, output and errors */
  readonly streams: readonly [number, number, number];
}

/** Makes the files that clients write to and read from, empty; the same files serve every start of a container */
export function makeStreamFiles(files: ContainerFiles): void {
  rmSync(files.input, { force: true });
  makeFifo(files.input);
  for (const file of [files.output, files.errors]) closeSync(openSync(file, "a", 0o600));
}

/** All three streams on a terminal, as `docker run --tty` has them */
export function terminalStdio({ master, slave }: Pty): Stdio {
  return {
    terminal: master,
    streams: [slave, slave, slave],
    [Symbol.dispose]: () => [master, slave].forEach((fd) => closeSync(fd)),
  };
}

/** Output and errors to files; the input from the client, from nobody, or from whoever comes */
export function fileStdio(files: ContainerFiles, input: "client" | "nobody" | "whoever comes"): Stdio {
  const streams = [openInput(files, input), openSync(files.output, "a"), openSync(files.errors, "a")] as const;
  return {
    terminal: null,
    streams,
    [Symbol.dispose]: () => streams.forEach((fd) => closeSync(fd)),
  };
}

function openInput({ input }: ContainerFiles, from: "client" | "nobody" | "whoever comes"): number {
  if (from === "nobody") return openSync("/dev/null", "r");
  // A pipe that its reader could write to as well never ends
  if (from === "whoever comes") return openSync(input, constants.O_RDWR);
  // The reading end opens at once while somebody could write; the client, who can from now on, was there first
  const both = openSync(input, constants.O_RDWR);
  const reader = openSync(input, constants.O_RDONLY);
  closeSync(both);
  return reader;
}
