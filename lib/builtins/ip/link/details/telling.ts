/**
 * How attributes of a link are told in JSON, by tables.
 *
 * @module
 */
import { type Attributes, decode } from "../../../../netlink/rtnetlink/attribute.ts";
import type { Json, JsonObject } from "../../json.ts";
import { NotOurs } from "../../words.ts";
import type { LinkNames } from "../link-names.ts";

/** What some attributes cannot be told without */
export interface Beside {
  /** The others, this one among them */
  readonly attributes: Attributes;
  readonly names: LinkNames;
}

/** What is told of an attribute; `undefined` is nothing */
export type Tell = (value: Buffer, beside: Beside) => Json | undefined;

/** An attribute's number, the field under which `ip` tells it, and how. One that is told in two fields has two lines */
export type Row = readonly [type: number, field: string, tell: Tell];

/** What is told of a nest of attributes, in `ip`'s own order */
export interface Telling {
  readonly rows: readonly Row[];
  /** The last number that the rows know of; those before it that have no row are told by no word of `ip`'s */
  readonly last: number;
}

/** What the rows say of the attributes that are there */
export function toldBy(rows: readonly Row[], attributes: Attributes, names: LinkNames): JsonObject {
  const beside = { attributes, names };
  return Object.fromEntries(
    rows.flatMap(([type, field, tell]) => {
      const value = attributes.get(type);
      return value === undefined ? [] : [[field, tell(value, beside)]];
    }),
  );
}

/**
 * What is told of a nest of attributes; of one that is not there, nothing.
 *
 * @throws {NotOurs} when the kernel tells more than the rows know of
 */
export function toldOfNest({ rows, last }: Telling, nest: Buffer | undefined, names: LinkNames): JsonObject {
  const attributes = decode(nest ?? new Uint8Array());
  if ([...attributes.keys()].some((type) => type > last)) throw new NotOurs();
  return toldBy(rows, attributes, names);
}
