import { closeSync, openSync, readSync } from "node:fs";

/** Long enough for an exit status, 0 to 255, and its newline */
const MOST_BYTES = 8;

/** The file that tells how a container ended; it stays open, so that the container may be removed meanwhile */
export class ExitFile implements Disposable {
  readonly #fd: number;

  private constructor(fd: number) {
    this.#fd = fd;
  }

  /** Opens it; `null` when the container is removed */
  static open(file: string): ExitFile | null {
    try {
      return new ExitFile(openSync(file, "r"));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
  }

  /** The exit status; `null` while the container runs, or before that */
  read(): number | null {
    const bytes = Buffer.alloc(MOST_BYTES);
    const text = bytes.toString("latin1", 0, readSync(this.#fd, bytes, 0, MOST_BYTES, 0));
    return text === "" ? null : Number(text);
  }

  [Symbol.dispose](): void {
    closeSync(this.#fd);
  }
}
