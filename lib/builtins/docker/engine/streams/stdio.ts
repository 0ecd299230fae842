/**
 * A container's standard streams: a terminal of its own, or a pipe and two files.
 *
 * @module
 */
import { closeSync, constants, openSync, rmSync } from "node:fs";

import { makeFifo } from "../../../../netlink/fifo.ts";
import type { ContainerFiles } from "../store.ts";

/** Descriptors of input, output and errors */
export type Streams = readonly [number, number, number];

/** The streams that a container's first process is started with */
export interface Stdio extends Disposable {
  /** `nothing yet` when the process gets a terminal later */
  readonly kind: "its own" | "nothing yet";
  readonly streams: Streams;
}

/** Creates the empty files that clients write to and read from; they serve every start of a container */
export function makeStreamFiles(files: ContainerFiles): void {
  rmSync(files.input, { force: true });
  makeFifo(files.input);
  for (const file of [files.output, files.errors]) closeSync(openSync(file, "a", 0o600));
}

/** Returns no streams, for a container that gets a terminal, as `docker run --tty` does */
export function noStdio(): Stdio {
  return held("nothing yet", [openSync("/dev/null", "r"), openSync("/dev/null", "w"), openSync("/dev/null", "w")]);
}

/** Sends output and errors to files; takes input from the client, from nobody, or from later clients */
export function fileStdio(files: ContainerFiles, input: "client" | "nobody" | "whoever comes"): Stdio {
  return held("its own", [openInput(files, input), openSync(files.output, "a"), openSync(files.errors, "a")]);
}

function held(kind: Stdio["kind"], streams: Streams): Stdio {
  return { kind, streams, [Symbol.dispose]: () => streams.forEach((fd) => closeSync(fd)) };
}

function openInput({ input }: ContainerFiles, from: "client" | "nobody" | "whoever comes"): number {
  if (from === "nobody") return openSync("/dev/null", "r");
  // A pipe that its own reader could write to never ends
  if (from === "whoever comes") return openSync(input, constants.O_RDWR);
  // The reading end opens without blocking while somebody could write; the client opens its own end before
  // this one closes
  const both = openSync(input, constants.O_RDWR);
  const reader = openSync(input, constants.O_RDONLY);
  closeSync(both);
  return reader;
}
