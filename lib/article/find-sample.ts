import { type Sample, SAMPLES } from "./samples.ts";

/**
 * Finds what the article shows for lines of a section, asked for in order: a line that is typed twice has its first sample
 * first. What the section has no sample of may have one in another.
 *
 * @param section `null` for what follows none
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
