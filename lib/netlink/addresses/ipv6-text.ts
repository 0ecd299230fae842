/** The prefixes of IPv6 addresses with an embedded IPv4 address: RFC 4291 2.5.5, compatible and mapped */
const EMBEDDED = [/^(?:0:){6}/, /^(?:0:){5}ffff:/] as const;

/** Patterns that find the first of the longest runs of zeros, at least two */
const RUNS = Array.from({ length: 7 }, (_, index) => new RegExp(`(?:^|:)0(?::0){${7 - index}}(?=:|$)`));

/**
 * Formats an IPv6 address as the C library does.
 *
 * Equivalent to: inet_ntop(3) of `AF_INET6`, RFC 5952
 *
 * @param bytes sixteen bytes
 */
export function ipv6Text(bytes: Buffer): string {
  const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(2 * index).toString(16)).join(":");
  const text = shortened(groups);
  // Addresses such as ::1 look IPv4-compatible, but are not
  if (!EMBEDDED.some((begin) => begin.test(groups)) || /^::[^:]*$/.test(text)) return text;
  return `${text.slice(0, text.lastIndexOf(":", text.lastIndexOf(":") - 1) + 1)}${bytes.subarray(12).join(".")}`;
}

function shortened(groups: string): string {
  const run = RUNS.map((one) => one.exec(groups)).find((found) => found !== null);
  if (run === undefined || run === null) return groups;
  const before = groups.slice(0, run.index);
  const after = groups.slice(run.index + run[0].length);
  return `${before}:${after === "" ? ":" : after}`;
}
