import { checked, cString, libc } from "./libc.ts";

/**
 * Creates a named pipe that only its owner may use.
 *
 * Equivalent to: `mkfifo -m 600 $path`
 *
 * @throws {KernelError} `EEXIST` when the path exists
 */
export function makeFifo(path: string): void {
  checked(`make the named pipe "${path}"`, libc.mkfifo(cString(path), 0o600));
}
