/**
 * What a builtin is: a program that we answer ourselves, in this process.
 *
 * @module
 */
import type { TerminalSize } from "../netlink/pty.ts";

/** Takes what a program prints */
export type Sink = (chunk: Uint8Array) => void;

/** The window that a program is shown in */
export interface Window {
  /** Whether it is this process's own terminal, which programs may inherit */
  readonly inherited: boolean;
  size(): TerminalSize;
  onResize(listener: () => void): void;
}

/** What a program reads and prints */
export interface Streams {
  /** `null` is an empty input, as from `/dev/null` */
  readonly input: AsyncIterable<Uint8Array> | null;
  readonly output: Sink;
  readonly errors: Sink;
  /** `null` when it is not a terminal */
  readonly window: Window | null;
}

/** Where a builtin runs */
export interface Surroundings extends Streams {
  /** Runs another command line, builtin or program, with the same streams; its exit status */
  perform(argv: readonly string[]): Promise<number>;
}

/** Runs, and ends with an exit status; what it has to say it prints */
export type Builtin = (args: readonly string[], surroundings: Surroundings) => Promise<number>;

/** Prints a line */
export function print(sink: Sink, line: string): void {
  sink(Buffer.from(`${line}\n`));
}
