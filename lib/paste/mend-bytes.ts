/**
 * Mends text as it comes and goes, in bytes; what is no UTF-8 is nobody's to mend.
 *
 * @module
 */
import { mend, type Mended, type Place } from "./mend.ts";

/** Bytes without faults, and those that they had */
export interface MendedBytes {
  readonly bytes: Uint8Array;
  readonly mended: readonly Mended[];
}

const STRICT = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The same as `mend` */
export function mendBytes(bytes: Uint8Array, place: Place): MendedBytes {
  const text = decoded(bytes);
  if (text === null) return { bytes, mended: [] };
  const found = mend(text, place);
  return found.mended.length === 0 ? { bytes, mended: [] } : { bytes: Buffer.from(found.text), mended: found.mended };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return STRICT.decode(bytes);
  } catch {
    return null;
  }
}
