/**
 * The article's samples, as the cleaned text has them.
 */
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { type Sample, SAMPLES } from "../../lib/article/output-samples.ts";

/** The files of the article, in its order, and the section that each belongs to */
const FILES = [
  ["dns", "Configuring DNS"],
  ["forwarding", "Communication between containers"],
  ["link-icc-false", "Communication between containers"],
  ["publish-ports", "Binding container ports to the host"],
  ["customise-docker0", "Customizing docker0"],
  ["custom-bridge", "Building your own bridge"],
  ["net-none-manual", "How Docker networks a container"],
  ["point-to-point", "Building a point-to-point connection"],
] as const;

/** The lines of a file that print something; what follows a comment is no line's */
function printingLines([file, section]: readonly [string, string]): readonly Sample[] {
  const text = readFileSync(join(import.meta.dir, "../tutorial", `${file}.txt`), "utf8");
  return text
    .split(/\n(?=\$|#)/)
    .filter((part) => part.startsWith("$"))
    .map((part) => part.trimEnd().split("\n"))
    .flatMap(([first = "", ...printed]) =>
      printed.length === 0 ? [] : [{ section, line: first.replace(/^\$\$? /, ""), printed }],
    );
}

test("they are what the article shows, in its order", () => {
  expect(SAMPLES).toEqual(FILES.flatMap(printingLines));
  expect(SAMPLES).not.toBeEmpty();
});
