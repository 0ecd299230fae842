import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import type { ValueType } from "../value-type.ts";

/** The name of an abstract Unix socket, which is in no folder: `@/com/ubuntu/upstart` */
export type SocketName = Brand<string, "SocketName">;

const KIND = "the name of an abstract socket";

/** `sun_path` has 108 bytes, the first of which is zero: unix(7) */
const LONGEST = 107;

/**
 * Makes an abstract socket's name in the form that ss(8) prints: an at sign first.
 *
 * The kernel allows any bytes. This allows what services use, and nothing that a shell or a terminal acts on.
 *
 * @throws {BadValue} when it has no at sign, nothing after it, more than 107 bytes, a character other than letters,
 *   digits and `/ . _ : -`, or two dots in a row
 *
 * @example
 * ```ts
 * import { parseSocketName } from "./socket-name.ts";
 * import { expect } from "bun:test";
 *
 * expect(`${parseSocketName("@/com/ubuntu/upstart")}`).toBe("@/com/ubuntu/upstart");
 * ```
 */
export function parseSocketName(text: string): SocketName {
  const reason = reasonAgainst(text);
  if (reason === null) return text as SocketName;
  throw new BadValue({ value: text, kind: KIND, reason, tryThis: null });
}

function reasonAgainst(text: string): string | null {
  if (!text.startsWith("@")) return "it begins with @";
  const name = text.slice(1);
  if (name === "") return "nothing follows the @";
  if (!/^[\w/.:-]+$/.test(name)) return "it has a character other than letters, digits and / . _ : -";
  if (name.includes("..")) return "it has two dots, as the way out of a folder";
  return name.length > LONGEST ? `${name.length} bytes, and the kernel allows ${LONGEST}` : null;
}

/** The type of an option that takes an abstract socket's name */
export const socketName: ValueType<SocketName> = { kind: KIND, placeholder: "@NAME", parse: parseSocketName };
