import { type Sample, SAMPLES } from "./output-samples.ts";

/**
 * Returns a function that finds the article's output of a section's lines, in order: a line that is typed twice gets its
 * first sample first. A line without a sample in the section may have one in another section.
 *
 * @param section `null` for lines that follow no section
 *
 * @example
 * ```ts
 * import { findSamples } from "./find-sample.ts";
 * import { expect } from "bun:test";
 *
 * const next = findSamples("Building a point-to-point connection");
 * expect(next("sudo docker run -i -t --rm --net=none base /bin/bash")?.printed).toEqual(["root@1f1f4c1f931a:/#"]);
 * expect(next("sudo docker run -i -t --rm --net=none base /bin/bash")?.printed).toEqual(["root@12e343489d2f:/#"]);
 * expect(next("ip link show")).toBeNull();
 * ```
 */
export function findSamples(section: string | null): (line: string) => Sample | null {
  const left = [
    ...SAMPLES.filter((sample) => sample.section === section),
    ...SAMPLES.filter((sample) => sample.section !== section),
  ];
  return (line) => {
    const at = left.findIndex((sample) => sample.line === line);
    return at === -1 ? null : (left.splice(at, 1)[0] ?? null);
  };
}
