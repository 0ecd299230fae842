/**
 * Lines typed while Docker is stopped; nothing comes after them but its start.
 */
import type { Scene } from "./docker-line.ts";

export const STOPPED_SCENES: readonly Scene[] = [
  {
    name: "Docker stopped",
    lines: [
      "service docker stop",
      "docker ps",
      "docker run base true",
      "docker run -d base true",
      "docker exec web true",
      "docker inspect web other",
      "docker inspect -f '{{.Id}}' web",
      "docker rm web other",
      "docker start web other",
      "docker kill web",
      "docker logs web",
      "docker info",
      { line: "docker version", by: "labels", own: [], why: "each engine's own; the embedded one has no parts" },
      "service docker start",
      "docker run --rm base true",
    ],
  },
];
