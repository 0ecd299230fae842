/** What Go's `syscall.Errno` says, as far as Docker has told it to anybody */
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
 * An error of the kernel in Go's words, which are Docker's.
 *
 * @param code its name in errno(3), which stands where there are none
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

/** The name of an error that a call to the kernel has thrown: `EADDRINUSE` */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
