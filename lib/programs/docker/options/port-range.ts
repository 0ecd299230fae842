import { quoted } from "../../../values/quoted.ts";

/** Consecutive ports, 0 to 65535 */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** Thrown for a text that is not a range of ports, in the words of Docker's own library */
export class BadPortRange extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "BadPortRange";
  }
}

const HIGHEST_PORT = 65_535;

/**
 * Parses a port or a range of ports, such as `80` or `8000-8010`. Source: docker/go-connections,
 * `nat/parse.go`, `ParsePortRange`.
 *
 * @throws {BadPortRange} in Docker's words
 * @example
 * ```ts
 * import { parsePortRange } from "./port-range.ts";
 * import { expect } from "bun:test";
 *
 * expect(parsePortRange("80-82")).toEqual({ first: 80, last: 82 });
 * ```
 */
export function parsePortRange(text: string): PortRange {
  if (text === "") throw new BadPortRange("Empty string specified for ports");
  // Text after a second dash is ignored, as in Docker
  const [first = 0, last = first] = text.split("-").slice(0, 2).map(parsePortNumber);
  if (last < first) throw new BadPortRange(`Invalid range specified for the Port: ${text}`);
  return { first, last };
}

/** Lists the numbers in a range */
export function portsOf({ first, last }: PortRange): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

/** Formats a range as Docker does: `80`, `80-82` */
export function spellRange({ first, last }: PortRange): string {
  return first === last ? `${first}` : `${first}-${last}`;
}

function parsePortNumber(text: string): number {
  const failed = (reason: string) => new BadPortRange(`strconv.ParseUint: parsing ${quoted(text)}: ${reason}`);
  if (!/^\d+$/.test(text)) throw failed("invalid syntax");
  if (Number(text) > HIGHEST_PORT) throw failed("value out of range");
  return Number(text);
}
