/**
 * Tests of what only root can set up, or is promised to root only; an ordinary user skips them.
 */
import { describe, test } from "bun:test";

const isRoot = process.geteuid?.() === 0;

/** As `describe` */
export const describeAsRoot = describe.skipIf(!isRoot);

/** As `test` */
export const testAsRoot = test.skipIf(!isRoot);
