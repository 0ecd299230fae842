import { closeSync, openSync, readSync } from "node:fs";

/** Room for an exit status, 0 to 255, and a newline */
const MOST_BYTES = 8;

/** The file with a container's exit status; it stays open, so the container may be removed meanwhile */
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

  /** Reads the exit status; `null` before the container has ended */
  read(): number | null {
    const bytes = Buffer.alloc(MOST_BYTES);
    const text = bytes.toString("latin1", 0, readSync(this.#fd, bytes, 0, MOST_BYTES, 0));
    return text === "" ? null : Number(text);
  }

  [Symbol.dispose](): void {
    closeSync(this.#fd);
  }
}
