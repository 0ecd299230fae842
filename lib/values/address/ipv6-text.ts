/**
 * The number of groups of zeros before an embedded IPv4 address; with `ffff` as the last of them it is IPv4-mapped: RFC
 * 4291 2.5.5
 */
const EMBEDDING_GROUPS = 6;

/**
 * Writes the sixteen bytes of an IPv6 address in their one canonical spelling, as the C library does.
 *
 * Equivalent to: inet_ntop(3) of `AF_INET6`, RFC 5952
 *
 * @param bytes exactly sixteen
 */
export function ipv6Text(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, at) => ((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0));
  const isDotted = hasEmbedded(groups);
  const texts = groups.map((group) => group.toString(16));
  const written = isDotted ? [...texts.slice(0, EMBEDDING_GROUPS), bytes.subarray(12).join(".")] : texts;
  const run = longestRun(groups);
  if (run.length < 2) return written.join(":");
  return `${written.slice(0, run.at).join(":")}::${written.slice(run.at + run.length).join(":")}`;
}

/** Reports whether the text ends in an IPv4 address; `::1` and the like have too many zeros for that */
function hasEmbedded(groups: readonly number[]): boolean {
  if (groups.slice(0, EMBEDDING_GROUPS - 1).some((group) => group !== 0)) return false;
  return groups[5] === 0xffff || (groups[5] === 0 && groups[6] !== 0);
}

/** The first of the longest runs of zeros, RFC 5952 4.2.3 */
function longestRun(groups: readonly number[]): { readonly at: number; readonly length: number } {
  let longest = { at: 0, length: 0 };
  for (let at = 0, length = 0; at < groups.length; at++) {
    length = groups[at] === 0 ? length + 1 : 0;
    if (length > longest.length) longest = { at: at - length + 1, length };
  }
  return longest;
}
