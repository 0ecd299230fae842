/**
 * Mends lines that were copied from a page.
 *
 * @module
 */
import { type Mending, MENDINGS, type Whereabouts } from "./mendings.ts";

/** A kind of fault that was mended */
export interface Mended {
  readonly mending: Mending;
  readonly count: number;
  /** The first such fault, before and after */
  readonly was: string;
  readonly is: string;
}

/** A text without faults, and the faults that it had */
export interface MendedText {
  readonly text: string;
  readonly mended: readonly Mended[];
}

/** The place where a text begins, as far as the text before it tells */
export type Place =
  | "within a line"
  | "at a line's beginning"
  | "below a prompt"
  // Behind a known prompt: a line for a container is no fault here
  | "at the beginning of the host's line"
  | "below the host's prompt"
  | "within a container's line";

/** The end of a line, on a terminal or in a file */
const ENDS = /([\r\n])/;

/** A backslash that continues the line; escaped backslashes before it don't count */
const CONTINUED = /(?<!\\)(?:\\\\)*\\$/;

/** The faults possible in a line, by its beginning */
const FAULTS: Readonly<Record<Place, readonly Whereabouts[]>> = {
  "within a line": ["in a line"],
  "at a line's beginning": ["in a line", "at a line's beginning"],
  "below a prompt": ["in a line", "at a line's beginning", "below a prompt"],
  "at the beginning of the host's line": ["in a line", "at a line's beginning", "on the host"],
  "below the host's prompt": ["in a line", "at a line's beginning", "below a prompt", "on the host"],
  "within a container's line": ["in a line", "within a container's line"],
};

/** Places on the host with lines for a container's prompt */
const CONTAINERS_LINES: readonly Whereabouts[] = ["on the host", "within a container's line"];

/**
 * Mends a text of any number of lines; a text without faults stays unchanged.
 *
 * @example
 * ```ts
 * import { mend } from "./mend.ts";
 * import { expect } from "bun:test";
 *
 * expect(mend("$\u00a0ip\u00a0route\n", "at a line's beginning").text).toBe("ip route\n");
 * expect(mend("echo '$ '", "at a line's beginning")).toEqual({ text: "echo '$ '", mended: [] });
 * ```
 */
export function mend(text: string, place: Place): MendedText {
  const mended: Mended[] = [];
  let [begins, mendedText] = [place, ""];
  // Includes the line ends
  for (const line of text.split(ENDS)) {
    if (ENDS.test(line)) {
      mendedText += line;
      continue;
    }
    const found = mendBy(FAULTS[begins], line);
    mended.push(...found.mended);
    mendedText += found.text;
    begins = nextPlace(begins, found.mended);
  }
  const all = mendBy(["between lines"], mendedText);
  return { text: all.text, mended: together([...mended, ...all.mended]) };
}

/** Returns the place of the next line, after one with these faults */
export function nextPlace(place: Place, mended: readonly Mended[]): Place {
  const containers = mended.find(({ mending: { where } }) => CONTAINERS_LINES.includes(where));
  if (containers !== undefined)
    return CONTINUED.test(containers.was) ? "within a container's line" : "below the host's prompt";
  if (place === "below the host's prompt" || place === "within a container's line") return "below the host's prompt";
  const prompt = mended.find(({ mending }) => mending.where === "at a line's beginning");
  if (place === "at the beginning of the host's line") return prompt === undefined ? place : "below the host's prompt";
  if (prompt?.was.trim() === "$") return "below the host's prompt";
  return prompt !== undefined || place === "below a prompt" ? "below a prompt" : "at a line's beginning";
}

/** Merges equal faults of several texts */
export function together(mended: readonly Mended[]): readonly Mended[] {
  return MENDINGS.flatMap((mending) => {
    const same = mended.filter((one) => one.mending === mending);
    const [first] = same;
    return first === undefined ? [] : [{ ...first, count: same.reduce((sum, { count }) => sum + count, 0) }];
  });
}

function mendBy(where: readonly Whereabouts[], line: string): MendedText {
  const mended: Mended[] = [];
  let text = line;
  for (const mending of MENDINGS) {
    if (!where.includes(mending.where)) continue;
    const faults = text.match(mending.pattern) ?? [];
    const [was] = faults;
    if (was === undefined) continue;
    mended.push({ mending, count: faults.length, was, is: mending.becomes(was) });
    text = text.replace(mending.pattern, mending.becomes);
  }
  return { text, mended };
}
