/**
 * The lines of `docker` that the embedded engine and Docker 20.10.24 are both given, scene by scene.
 */
import type { Scene } from "./docker-line.ts";
import { BRIDGE_SCENES } from "./docker-lines-bridge.ts";
import { CLIENT_SCENES } from "./docker-lines-client.ts";
import { DNS_SCENES } from "./docker-lines-dns.ts";
import { EXEC_SCENES } from "./docker-lines-exec.ts";
import { FORWARDING_SCENES } from "./docker-lines-forwarding.ts";
import { IMAGE_SCENES } from "./docker-lines-images.ts";
import { INSPECT_SCENES } from "./docker-lines-inspect.ts";
import { LIFE_SCENES } from "./docker-lines-life.ts";
import { LINK_SCENES } from "./docker-lines-link.ts";
import { PUBLISH_SCENES } from "./docker-lines-publish.ts";
import { RUN_SCENES } from "./docker-lines-run.ts";
import { SHARED_SCENES } from "./docker-lines-shared.ts";
import { SOCKET_SCENES } from "./docker-lines-sockets.ts";
import { STOPPED_SCENES } from "./docker-lines-stopped.ts";
import { VOLUME_SCENES } from "./docker-lines-volumes.ts";

export const SCENES: readonly Scene[] = [
  ...BRIDGE_SCENES,
  ...CLIENT_SCENES,
  ...RUN_SCENES,
  ...DNS_SCENES,
  ...LINK_SCENES,
  ...INSPECT_SCENES,
  ...LIFE_SCENES,
  ...EXEC_SCENES,
  ...FORWARDING_SCENES,
  ...PUBLISH_SCENES,
  ...SHARED_SCENES,
  ...IMAGE_SCENES,
  ...VOLUME_SCENES,
  ...SOCKET_SCENES,
  ...STOPPED_SCENES,
];
