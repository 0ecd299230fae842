import { textOf } from "../../netlink/rtnetlink/attribute.ts";
import { NotOurs } from "./words.ts";

/**
 * A text that the kernel tells, such as a link's name.
 *
 * @throws {NotOurs} when it is missing, or bytes that are no text: the real `ip` passes those on as they are
 */
export function plainText(value: Buffer | undefined): string {
  const text = value === undefined ? "\ufffd" : textOf(value);
  if (text.includes("\ufffd")) throw new NotOurs();
  return text;
}
