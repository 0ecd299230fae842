import { checked, libc } from "./libc.ts";

/**
 * Sets the host name in the calling thread's UTS namespace.
 *
 * Equivalent to: `hostname $name`
 *
 * @throws {KernelError} `EINVAL` above 64 bytes, sethostname(2)
 */
export function setHostname(name: string): void {
  const bytes = Buffer.from(name);
  checked(`set the hostname "${name}"`, libc.sethostname(bytes, bytes.byteLength));
}
