/**
 * Mends text given as bytes; bytes that are not UTF-8 stay unchanged, in their place.
 *
 * @module
 */
import { mend, type Mended, type Place } from "./mend.ts";

/** Bytes without faults, and the faults that they had */
export interface MendedBytes {
  readonly bytes: Uint8Array;
  readonly mended: readonly Mended[];
}

/** A UTF-8 character other than ASCII, RFC 3629, section 4; bytes are characters here, as in latin1 */
const CHARACTER = [
  /[\xc2-\xdf][\x80-\xbf]/,
  /\xe0[\xa0-\xbf][\x80-\xbf]/,
  /[\xe1-\xec\xee\xef][\x80-\xbf]{2}/,
  /\xed[\x80-\x9f][\x80-\xbf]/,
  /\xf0[\x90-\xbf][\x80-\xbf]{2}/,
  /[\xf1-\xf3][\x80-\xbf]{3}/,
  /\xf4[\x80-\x8f][\x80-\xbf]{2}/,
];

/** A UTF-8 character, or a byte that belongs to none */
const NOT_ASCII = new RegExp(`(${CHARACTER.map(({ source }) => source).join("|")})|[\\x80-\\xff]`, "g");

/**
 * The replacement of a byte that belongs to no character, as in Python's PEP 383: half a surrogate pair,
 * which UTF-8 never yields
 */
const ESCAPED = /([\udc80-\udcff])/u;
const ESCAPE_BASE = 0xdc00;

/** Mends bytes as `mend` mends text */
export function mendBytes(bytes: Uint8Array, place: Place): MendedBytes {
  const found = mend(decoded(bytes), place);
  return found.mended.length === 0 ? { bytes, mended: [] } : { bytes: encoded(found.text), mended: found.mended };
}

function decoded({ buffer, byteOffset, byteLength }: Uint8Array): string {
  const latin1 = Buffer.from(buffer, byteOffset, byteLength).toString("latin1");
  return latin1.replace(NOT_ASCII, (bytes: string, character: string | undefined) =>
    character === undefined
      ? String.fromCharCode(ESCAPE_BASE + bytes.charCodeAt(0))
      : Buffer.from(character, "latin1").toString("utf8"),
  );
}

function encoded(text: string): Uint8Array {
  const pieces = text.split(ESCAPED);
  return Buffer.concat(
    pieces.map((piece) => (ESCAPED.test(piece) ? Buffer.of(piece.charCodeAt(0) - ESCAPE_BASE) : Buffer.from(piece))),
  );
}
