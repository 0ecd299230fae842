/**
 * Builtins: programs that wirework implements itself, in its own process.
 *
 * @module
 */
import type { TerminalSize } from "../netlink/pty.ts";

/** Receives a program's output */
export type Sink = (chunk: Uint8Array) => void;

/** The terminal window of a program */
export interface Window {
  /** True when it is this process's own terminal, which programs may inherit */
  readonly inherited: boolean;
  size(): TerminalSize;
  onResize(listener: () => void): void;
}

/** The input and output of a program */
export interface Streams {
  /** The input; `null` is an empty one, as from `/dev/null` */
  readonly input: AsyncIterable<Uint8Array> | null;
  readonly output: Sink;
  readonly errors: Sink;
  /** The terminal; `null` when the output goes elsewhere */
  readonly window: Window | null;
}

/** The surroundings of a running builtin */
export interface Surroundings extends Streams {
  /** Runs another command line, builtin or program, with the same streams; returns its exit status */
  perform(argv: readonly string[]): Promise<number>;
}

/** Runs with these arguments, prints its messages, and returns an exit status */
export type Builtin = (args: readonly string[], surroundings: Surroundings) => Promise<number>;

/** Prints a line */
export function print(sink: Sink, line: string): void {
  sink(Buffer.from(`${line}\n`));
}
