import { readDocker } from "../../programs/docker/line.ts";
import type { Typed } from "../../shell/invert/typed.ts";

/** The words after `docker run`; `null` of another line */
export function runWords({ program, args }: Typed): readonly string[] | null {
  const read = program === "docker" ? readDocker(args) : null;
  return read?.command === "run" ? read.words : null;
}
