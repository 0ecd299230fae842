/** Messages of Go's `syscall.Errno`, as far as Docker prints them */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EADDRINUSE", "address already in use"],
  ["EADDRNOTAVAIL", "cannot assign requested address"],
  ["EINVAL", "invalid argument"],
  ["EISDIR", "is a directory"],
  ["EMFILE", "too many open files"],
  ["ENAMETOOLONG", "file name too long"],
  ["ENOENT", "no such file or directory"],
  ["ENOTDIR", "not a directory"],
  ["EPERM", "operation not permitted"],
  ["EROFS", "read-only file system"],
]);

/**
 * Words an error of the kernel as Go, and so Docker, does.
 *
 * @param code its name in errno(3), returned when the message is unknown
 * @example
 * ```ts
 * import { goWords } from "./go-words.ts";
 * import { expect } from "bun:test";
 *
 * expect(goWords("EROFS")).toBe("read-only file system");
 * ```
 */
export function goWords(code: string): string {
  return WORDS.get(code) ?? code;
}

/** Returns the error name of a failed call to the kernel: `EADDRINUSE` */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
