import { BadValue } from "./bad-value.ts";
import type { Brand } from "./brand.ts";
import type { ValueType } from "./value-type.ts";

/** A network namespace by its inode, as the kernel prints it: `net:[4026531840]` */
export type NetworkNamespace = Brand<string, "NetworkNamespace">;

const KIND = "a network namespace";

/** proc_pid_ns(5); inode numbers of namespaces have at most ten digits */
const FORM = /^net:\[[1-9][0-9]{0,9}\]$/;

/**
 * Parses a network namespace, the target of `/proc/PID/ns/net`.
 *
 * @throws {BadValue} when it is not `net:` and a number of at most ten digits in brackets
 *
 * @example
 * ```ts
 * import { parseNetworkNamespace } from "./network-namespace.ts";
 * import { expect } from "bun:test";
 *
 * expect(`${parseNetworkNamespace("net:[4026531840]")}`).toBe("net:[4026531840]");
 * ```
 */
export function parseNetworkNamespace(text: string): NetworkNamespace {
  if (FORM.test(text)) return text as NetworkNamespace;
  const reason = "it is net:, and in brackets the number of an inode: net:[4026531840]";
  throw new BadValue({ value: text, kind: KIND, reason, tryThis: null });
}

/** The type of what `readlink /proc/self/ns/net` prints */
export const networkNamespace: ValueType<NetworkNamespace> = {
  kind: KIND,
  placeholder: "NAMESPACE",
  parse: parseNetworkNamespace,
};
