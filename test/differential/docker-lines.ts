/**
 * The lines of `docker` that the embedded engine and Docker 20.10.24 are both given, scene by scene.
 */
import type { Scene } from "./docker-line.ts";
import { CLIENT_SCENES } from "./docker-lines-client.ts";
import { EXEC_SCENES } from "./docker-lines-exec.ts";
import { INSPECT_SCENES } from "./docker-lines-inspect.ts";
import { LIFE_SCENES } from "./docker-lines-life.ts";
import { LINK_SCENES } from "./docker-lines-link.ts";
import { RUN_SCENES } from "./docker-lines-run.ts";
import { STOPPED_SCENES } from "./docker-lines-stopped.ts";

export const SCENES: readonly Scene[] = [
  ...CLIENT_SCENES,
  ...RUN_SCENES,
  ...LINK_SCENES,
  ...INSPECT_SCENES,
  ...LIFE_SCENES,
  ...EXEC_SCENES,
  ...STOPPED_SCENES,
];
