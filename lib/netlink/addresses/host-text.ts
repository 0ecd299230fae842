import { FAMILY } from "./address-message.ts";
import { ipv6Text } from "./ipv6-text.ts";

/**
 * Formats an address of the family AF_INET or AF_INET6; `null` for another family, or the wrong number of
 * bytes
 */
export function hostText(family: number, bytes: Buffer): string | null {
  if (family === FAMILY.inet && bytes.byteLength === 4) return bytes.join(".");
  return family === FAMILY.inet6 && bytes.byteLength === 16 ? ipv6Text(bytes) : null;
}
