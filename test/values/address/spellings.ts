/** IPv6 addresses for tests of values, and all the ways in which RFC 4291 2.2 lets them be written. */
import fc from "fast-check";

/** Zeros are what addresses are shortened by, and 0xffff stands before an IPv4 address */
const group = fc.oneof(fc.constant(0), fc.constant(0), fc.constant(0xffff), fc.integer({ min: 0, max: 0xffff }));

/** The eight groups of an address */
export const groups = fc.array(group, { minLength: 8, maxLength: 8 });

/** The sixteen bytes of groups */
export function bytesOf(address: readonly number[]): Uint8Array {
  return Uint8Array.from(address.flatMap((one) => [one >> 8, one & 0xff]));
}

/** Groups, and one way to write them: the case and zeros of each group, where `::` stands, whether IPv4 is at the end */
export const spelled = fc
  .record({
    address: groups,
    isUpper: fc.boolean(),
    zeros: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }),
    isDotted: fc.boolean(),
    short: fc.option(fc.record({ from: fc.nat({ max: 7 }), to: fc.nat({ max: 7 }) })),
  })
  .map(({ address, isUpper, zeros, isDotted, short }) => {
    const texts = address.map((one, at) => {
      const digits = one.toString(16);
      const padded = digits.padStart(Math.min(4, digits.length + (zeros[at] ?? 0)), "0");
      return isUpper ? padded.toUpperCase() : padded;
    });
    const written = isDotted ? [...texts.slice(0, 6), bytesOf(address).subarray(12).join(".")] : texts;
    return { address, text: shortened(written, address, short) };
  });

/** With `::` in place of the first run of zeros in a part of the groups, where there is one; one group is enough of a run */
function shortened(
  written: readonly string[],
  address: readonly number[],
  part: { readonly from: number; readonly to: number } | null,
): string {
  if (part === null) return written.join(":");
  const isZero = (at: number) =>
    at >= part.from && at <= part.to && address[at] === 0 && /^0+$/.test(written[at] ?? "");
  const first = written.findIndex((_, at) => isZero(at));
  if (first === -1) return written.join(":");
  const length = written.slice(first).findIndex((_, at) => !isZero(first + at));
  const end = length === -1 ? written.length : first + length;
  return `${written.slice(0, first).join(":")}::${written.slice(end).join(":")}`;
}
