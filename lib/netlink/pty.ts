/**
 * Pseudo-terminals, pty(7).
 *
 * @module
 */
import { closeSync, constants, openSync } from "node:fs";

import { checked, libc } from "./libc.ts";

/** Of include/uapi/asm-generic/ioctls.h */
const TIOCSPTLCK = 0x4004_5431;
const TIOCGPTPEER = 0x5441;
const TIOCGWINSZ = 0x5413;
const TIOCSWINSZ = 0x5414;

/** A terminal of that many characters */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/** The two ends of a pseudo-terminal: what a program sees (`slave`), and the side of the one who looks on (`master`) */
export interface Pty {
  readonly master: number;
  readonly slave: number;
}

/**
 * Opens a pseudo-terminal of a devpts.
 *
 * @param ptmx the file `ptmx` in it
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

/** The terminal's other end, without looking its name up: ioctl_tty(2), since Linux 4.13 */
function peer(master: number): number {
  const flags = constants.O_RDWR | constants.O_NOCTTY;
  return checked("open the terminal", Number(libc.syscall(SYS_IOCTL, master, TIOCGPTPEER, flags, 0, 0)));
}

/** ioctl(2) with a number, not a pointer, for an argument */
const SYS_IOCTL = process.arch === "arm64" ? 29 : 16;

/**
 * Tells a terminal how large the window is.
 *
 * Equivalent to: `stty rows $rows columns $columns`
 */
export function resize(terminal: number, { rows, columns }: TerminalSize): void {
  checked("resize the terminal", libc.ioctl(terminal, TIOCSWINSZ, new Uint16Array([rows, columns, 0, 0])));
}

/**
 * Asks a terminal how large the window is.
 *
 * Equivalent to: `stty size`
 *
 * @throws {KernelError} `ENOTTY` for what is no terminal
 */
export function sizeOf(terminal: number): TerminalSize {
  const size = new Uint16Array(4);
  checked("ask for the size of the terminal", libc.ioctl(terminal, TIOCGWINSZ, size));
  const [rows = 0, columns = 0] = size;
  return { rows, columns };
}

/**
 * Whether a descriptor is of a terminal.
 *
 * Equivalent to: `test -t $fd`
 */
export function isTerminal(fd: number): boolean {
  return libc.ioctl(fd, TIOCGWINSZ, new Uint16Array(4)) === 0;
}
