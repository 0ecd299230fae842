import { type Attribute, nested, text } from "../rtnetlink/attribute.ts";
import { FLAGS, type Request } from "../rtnetlink/message.ts";
import { IFLA, INFO, LINK, linkHeader } from "./link-message.ts";
import { linkAttributes, linkFlags, type LinkSettings } from "./link-settings.ts";

/** What a link of any kind can be made with */
export interface LinkOptions extends LinkSettings {
  /** Its number; without one the next that is free */
  readonly index?: number;
}

/** What only links of one kind have */
export interface KindOptions {
  /** As in `bridge`, `dummy` */
  readonly kind: string;
  /** IFLA_INFO_DATA's attributes */
  readonly data: readonly Attribute[];
  /** Attributes beside those, such as the number of the link below it */
  readonly beside: readonly Attribute[];
}

/**
 * Makes a link of a kind that has nothing to choose.
 *
 * Equivalent to: `ip link add $name type $kind`
 *
 * Refused with `EEXIST` when the name is taken, `EOPNOTSUPP` when the kernel has no links of the kind
 */
export function addLink(kind: string, options: LinkOptions): Request {
  return addLinkOf({ kind, data: [], beside: [] }, options);
}

/** The same, with what only links of that kind have */
export function addLinkOf({ kind, data, beside }: KindOptions, options: LinkOptions): Request {
  return {
    type: LINK.add,
    flags: FLAGS.create | FLAGS.exclusive,
    header: newLinkHeader(options),
    attributes: [...linkAttributes(options), ...beside, kindAttribute(kind, data)],
  };
}

/** The attribute that tells of what kind a link is, and what only links of that kind have */
export function kindAttribute(kind: string, data: readonly Attribute[]): Attribute {
  return nested(IFLA.info, [text(INFO.kind, kind), ...(data.length === 0 ? [] : [nested(INFO.data, data)])]);
}

/** The header of a link that is to be */
export function newLinkHeader(options: LinkOptions): Uint8Array {
  return linkHeader({ index: options.index ?? 0, ...linkFlags(options) });
}
