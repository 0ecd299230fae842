import { type Attribute, nested, text } from "../rtnetlink/attribute.ts";
import { FLAGS, type Request } from "../rtnetlink/message.ts";
import { IFLA, INFO, LINK, linkHeader } from "./link-message.ts";
import { linkAttributes, linkFlags, type LinkSettings } from "./link-settings.ts";

/** Options of a new link of any kind */
export interface LinkOptions extends LinkSettings {
  /** Its index; defaults to the next free one */
  readonly index?: number;
}

/** Options of one kind of link */
export interface KindOptions {
  /** The kind, such as `bridge` or `dummy` */
  readonly kind: string;
  /** Attributes within IFLA_INFO_DATA */
  readonly data: readonly Attribute[];
  /** Attributes outside it, such as the index of the lower link */
  readonly beside: readonly Attribute[];
}

/**
 * Creates a link of a kind without options.
 *
 * Equivalent to: `ip link add $name type $kind`
 *
 * Refused with `EEXIST` when the name is taken, `EOPNOTSUPP` when the kernel does not know the kind
 */
export function addLink(kind: string, options: LinkOptions): Request {
  return addLinkOf({ kind, data: [], beside: [] }, options);
}

/** Creates a link of a kind with options */
export function addLinkOf({ kind, data, beside }: KindOptions, options: LinkOptions): Request {
  return {
    type: LINK.add,
    flags: FLAGS.create | FLAGS.exclusive,
    header: newLinkHeader(options),
    attributes: [...linkAttributes(options), ...beside, kindAttribute(kind, data)],
  };
}

/** Returns the attribute with a link's kind and the kind's own attributes */
export function kindAttribute(kind: string, data: readonly Attribute[]): Attribute {
  return nested(IFLA.info, [text(INFO.kind, kind), ...(data.length === 0 ? [] : [nested(INFO.data, data)])]);
}

/** Returns the header for a new link */
export function newLinkHeader(options: LinkOptions): Uint8Array {
  return linkHeader({ index: options.index ?? 0, ...linkFlags(options) });
}
