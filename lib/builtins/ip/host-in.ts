import { hostText } from "../../netlink/addresses/host-text.ts";
import type { Attributes } from "../../netlink/rtnetlink/attribute.ts";
import { NotOurs } from "./words.ts";

/**
 * The address that an attribute carries; `undefined` without it.
 *
 * @param family AF_INET or AF_INET6
 * @throws {NotOurs} when it is none of that family
 */
export function hostIn(attributes: Attributes, type: number, family: number): string | undefined {
  const bytes = attributes.get(type);
  if (bytes === undefined) return undefined;
  const text = hostText(family, bytes);
  if (text === null) throw new NotOurs();
  return text;
}
