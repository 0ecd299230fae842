/**
 * A folder of labs that is a test file's own, for tests of functions that look for it themselves.
 */
import { afterAll } from "bun:test";
import { chmodSync } from "node:fs";

import { enterPrivateMachine } from "./private-machine.ts";
import { emptyFolder } from "../recipe-file.ts";

/** Root's is in a `/run` of its own, anybody else's where the environment says */
export function withOwnLabs(): void {
  enterPrivateMachine();
  const { XDG_RUNTIME_DIR: before } = process.env;
  const folder = emptyFolder();
  chmodSync(folder, 0o700);
  process.env["XDG_RUNTIME_DIR"] = folder;
  afterAll(() => {
    if (before === undefined) delete process.env["XDG_RUNTIME_DIR"];
    else process.env["XDG_RUNTIME_DIR"] = before;
  });
}
