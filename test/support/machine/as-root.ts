/** Defines tests that only root can run, or that are about root only; an ordinary user skips them. */
import { describe, test } from "bun:test";

const isRoot = process.geteuid?.() === 0;

/** `describe` for root */
export const describeAsRoot = describe.skipIf(!isRoot);

/** `test` for root */
export const testAsRoot = test.skipIf(!isRoot);
