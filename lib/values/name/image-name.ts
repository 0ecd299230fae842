import { BadValue } from "../bad-value.ts";
import type { Brand } from "../brand.ts";
import { reasonAgainst, type Rule } from "../value-rule.ts";
import type { ValueType } from "../value-type.ts";

/** The name of an image, as `docker run` takes it: `[REGISTRY[:PORT]/]NAME[:TAG][@sha256:DIGEST]` */
export type ImageName = Brand<string, "ImageName">;

const KIND = "an image name";

// The grammar of distribution/reference, regexp.go. Separators are never empty here, so a name matches in one way only
const LABEL = "[a-zA-Z\\d](?:[a-zA-Z\\d-]*[a-zA-Z\\d])?";
const HOST = `(?:${LABEL}(?:\\.${LABEL})*|\\[[a-fA-F\\d:]+\\])(?::\\d+)?`;
// normalize.go: the first component is a registry only if it has one of these signs; otherwise it belongs to the name
const REGISTRY = `(?=[^/]*[.:]|localhost/)${HOST}/`;
const COMPONENT = "[a-z\\d]+(?:(?:[._]|__|-+)[a-z\\d]+)*";
const NAME = `(?:${REGISTRY})?${COMPONENT}(?:/${COMPONENT})*`;
const REFERENCE = new RegExp(`^(${NAME})(?::\\w[\\w.-]{0,127})?(?:@sha256:[a-f\\d]{64})?$`);

/** RepositoryNameTotalLengthMax of reference.go; tag and digest do not count */
const LONGEST = 255;

const RULES: readonly Rule[] = [
  { refuses: /^$/, reason: () => "it is empty" },
  {
    refuses: /^-/,
    reason: () => "a name that begins with a hyphen looks like an option",
  },
  {
    refuses: /^[a-f\d]{64}$/,
    reason: () => "Docker takes 64 hex digits for an image's id, never for its name",
  },
];

/**
 * Makes an image's name.
 *
 * @throws {BadValue} when Docker would refuse it
 *
 * @example
 * ```ts
 * import { parseImageName } from "./image-name.ts";
 * import { expect } from "bun:test";
 *
 * expect<string>(parseImageName("debian:bookworm")).toBe("debian:bookworm");
 * expect(() => parseImageName("Debian")).toThrow(RangeError);
 * ```
 */
export function parseImageName(text: string): ImageName {
  const reason = reasonAgainst(text, RULES) ?? reasonAgainstGrammar(text);
  if (reason === null) return text as ImageName;
  throw new BadValue({
    value: text,
    kind: KIND,
    reason,
    tryThis: lowerCased(text),
  });
}

function reasonAgainstGrammar(text: string): string | null {
  const name = REFERENCE.exec(text)?.[1];
  if (name !== undefined)
    return name.length > LONGEST ? `its name has ${name.length} characters, and Docker allows ${LONGEST}` : null;
  if (lowerCased(text) !== null) return "a repository name must be lower case";
  return "it is written [REGISTRY[:PORT]/]NAME[:TAG][@sha256:DIGEST], with . _ __ - only inside of names";
}

/** Returns the text with its name in lower case, when that alone makes it valid */
function lowerCased(text: string): string | null {
  const lower = text.replace(/^(?:.*\/)?[^/:@]*/, (name) => name.toLowerCase());
  return lower !== text && reasonAgainst(lower, RULES) === null && REFERENCE.test(lower) ? lower : null;
}

/** The type of an option that takes an image's name */
export const imageName: ValueType<ImageName> = {
  kind: KIND,
  placeholder: "IMAGE",
  parse: parseImageName,
};
