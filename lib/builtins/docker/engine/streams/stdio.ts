/**
 * A container's standard streams: a terminal of its own, or a pipe and two files.
 *
 * @module
 */
import { closeSync, constants, openSync, rmSync } from "node:fs";

import { makeFifo } from "../../../../netlink/fifo.ts";
import type { ContainerFiles } from "../store.ts";

/** Descriptors of an input, of what is printed, and of errors */
export type Streams = readonly [number, number, number];

/** Those that a container's first process is started with */
export interface Stdio extends Disposable {
  /** Whether they are those that it will have */
  readonly kind: "its own" | "nothing yet";
  readonly streams: Streams;
}

/** Makes the files that clients write to and read from, empty; the same files serve every start of a container */
export function makeStreamFiles(files: ContainerFiles): void {
  rmSync(files.input, { force: true });
  makeFifo(files.input);
  for (const file of [files.output, files.errors]) closeSync(openSync(file, "a", 0o600));
}

/** Of one that gets a terminal, as soon as there is one: none, as `docker run --tty` has them */
export function noStdio(): Stdio {
  return held("nothing yet", [openSync("/dev/null", "r"), openSync("/dev/null", "w"), openSync("/dev/null", "w")]);
}

/** Output and errors to files; the input from the client, from nobody, or from whoever comes */
export function fileStdio(files: ContainerFiles, input: "client" | "nobody" | "whoever comes"): Stdio {
  return held("its own", [openInput(files, input), openSync(files.output, "a"), openSync(files.errors, "a")]);
}

function held(kind: Stdio["kind"], streams: Streams): Stdio {
  return { kind, streams, [Symbol.dispose]: () => streams.forEach((fd) => closeSync(fd)) };
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
