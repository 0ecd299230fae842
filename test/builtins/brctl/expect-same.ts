/** The measure is the real brctl, of the Debian package bridge-utils: without it the tests fail. */
import { expect } from "bun:test";
import { type Circumstances, type Line, run } from "./namespaces.ts";

/** Runs lines with the real brctl and with ours, and expects them to say the same and to leave the same links */
export async function expectSame(lines: readonly Line[], circumstances: Circumstances = {}): Promise<void> {
  const [real, ours] = await Promise.all([run("real", lines, circumstances), run("ours", lines, circumstances)]);
  expect(ours).toEqual(real);
}
