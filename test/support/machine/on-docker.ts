/**
 * Defines tests that need a Docker Engine: with root and an installed `dockerd`, each in a throw-away host.
 * Elsewhere they are skipped, which fails in CI.
 */
import { describe } from "bun:test";

import { SYSTEM_PATH } from "../../../lib/hosts/programs.ts";

const isPossible = process.geteuid?.() === 0 && Bun.which("dockerd", { PATH: SYSTEM_PATH }) !== null;

/** `describe` with Docker */
export const describeOnDocker = describe.skipIf(!isPossible);
