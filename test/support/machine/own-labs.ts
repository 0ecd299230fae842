/** A folder of labs for one test file, for functions that look for the folder themselves. */
import { afterAll } from "bun:test";
import { chmodSync } from "node:fs";

import { enterPrivateMachine } from "./private-machine.ts";
import { emptyFolder } from "../recipe-file.ts";

/** Sets it up: root's in its own `/run`, an ordinary user's by an environment variable */
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
