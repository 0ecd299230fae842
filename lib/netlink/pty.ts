/**
 * Pseudo-terminals, pty(7).
 *
 * @module
 */
import { closeSync, constants, openSync } from "node:fs";

import { checked, libc } from "./libc.ts";

/** Constants of include/uapi/asm-generic/ioctls.h */
const TIOCSPTLCK = 0x4004_5431;
const TIOCGPTPEER = 0x5441;
const TIOCGWINSZ = 0x5413;
const TIOCSWINSZ = 0x5414;

/** A terminal's size in characters */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/** The two ends of a pseudo-terminal: the program's side (`slave`), and the terminal emulator's (`master`) */
export interface Pty {
  readonly master: number;
  readonly slave: number;
}

/**
 * Opens a pseudo-terminal of a devpts.
 *
 * @param ptmx the path of its file `ptmx`
 * @throws {Error} `ENOENT` when there is no devpts
 */
export function openPty(ptmx: string, size: TerminalSize): Pty {
  const master = openSync(ptmx, constants.O_RDWR | constants.O_NOCTTY);
  try {
    checked("unlock the terminal", libc.ioctl(master, TIOCSPTLCK, new Int32Array([0])));
    const slave = peer(master);
    resize(slave, size);
    return { master, slave };
  } catch (error) {
    closeSync(master);
    throw error;
  }
}

/** Opens the other end without looking up its name: ioctl_tty(2), since Linux 4.13 */
function peer(master: number): number {
  const flags = constants.O_RDWR | constants.O_NOCTTY;
  return checked("open the terminal", Number(libc.syscall(SYS_IOCTL, master, TIOCGPTPEER, flags, 0, 0)));
}

/** ioctl(2), called with a number for an argument instead of a pointer */
const SYS_IOCTL = process.arch === "arm64" ? 29 : 16;

/**
 * Sets a terminal's window size.
 *
 * Equivalent to: `stty rows $rows columns $columns`
 */
export function resize(terminal: number, { rows, columns }: TerminalSize): void {
  checked("resize the terminal", libc.ioctl(terminal, TIOCSWINSZ, new Uint16Array([rows, columns, 0, 0])));
}

/**
 * Reads a terminal's window size.
 *
 * Equivalent to: `stty size`
 *
 * @throws {KernelError} `ENOTTY` when it is not a terminal
 */
export function sizeOf(terminal: number): TerminalSize {
  const size = new Uint16Array(4);
  checked("ask for the size of the terminal", libc.ioctl(terminal, TIOCGWINSZ, size));
  const [rows = 0, columns = 0] = size;
  return { rows, columns };
}

/**
 * Reports whether a descriptor is a terminal's.
 *
 * Equivalent to: `test -t $fd`
 */
export function isTerminal(fd: number): boolean {
  return libc.ioctl(fd, TIOCGWINSZ, new Uint16Array(4)) === 0;
}
