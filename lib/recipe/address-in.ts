/**
 * Reads a container's network settings as an engine prints them: today's have one address per network, those
 * of the article's time a single one.
 *
 * @module
 */
import { BadValue } from "../values/bad-value.ts";
import { type Ipv4, parseIpv4 } from "../values/address/ipv4.ts";

/**
 * Returns the address in them.
 *
 * @param preferred networks whose address is taken if there is one: those of the container that connects
 * @throws {BadValue} when the answer is not JSON, or lacks an address where one should be
 *
 * @example
 * ```ts
 * import { addressIn } from "./address-in.ts";
 * import { expect } from "bun:test";
 *
 * const settings = '{"Networks": {"one": {"IPAddress": "10.1.0.2"}, "two": {"IPAddress": "10.2.0.2"}}}';
 * expect<string>(addressIn(settings, ["two"])).toBe("10.2.0.2");
 * expect<string>(addressIn('{"IPAddress": "172.17.0.2"}', ["two"])).toBe("172.17.0.2");
 * expect(() => addressIn('{"IPAddress": 5}', [])).toThrow(RangeError);
 * ```
 */
export function addressIn(networkSettings: string, preferred: readonly string[]): Ipv4 {
  const settings = membersOf(readJson(networkSettings));
  const networks = membersOf(settings["Networks"]);
  const inOrder = [...preferred, ...Object.keys(networks)].map((name) => membersOf(networks[name]));
  const addresses = [...inOrder, settings].map(({ IPAddress }) => IPAddress);
  return parseIpv4(addresses.find(isText) ?? "");
}

/**
 * Returns the names of the networks in them.
 *
 * @throws {BadValue} when the answer is not JSON
 */
export function networksIn(networkSettings: string): readonly string[] {
  return Object.keys(membersOf(membersOf(readJson(networkSettings))["Networks"]));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadValue({
      value: text,
      kind: "a container's network settings",
      reason: "it is not JSON",
      tryThis: null,
    });
  }
}

/** Returns an object's members; none for a value of another kind */
function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}
