/**
 * Lines of `docker -H`, on hosts whose daemon has the usual socket only.
 */
import type { Scene } from "./docker-line.ts";

export const SOCKET_SCENES: readonly Scene[] = [
  {
    name: "which daemon is asked",
    lines: [
      "docker -H unix:///var/run/docker.sock ps",
      "docker -H unix:///run/docker.sock ps",
      "docker --host=unix:// ps",
      "docker -H '' ps",
      "docker -H unix:///tmp/no.sock ps",
      "docker -H unix:///tmp/no.sock run base true",
      "docker -H unix:///tmp/no.sock run -d base true",
      "docker -H unix:///tmp/no.sock rm -f web other",
      "docker -H unix:///tmp/no.sock inspect web",
      "docker -H unix:///tmp/no.sock info",
      "docker -H unix:///a -H unix:///b ps",
      "docker -H tcp://127.0.0.1:1 ps",
      "docker -H :1 ps",
      "docker -H tcp:// ps",
      "docker -H nope://x ps",
      "docker -H unix:///tmp/no.sock --version",
      "docker -H",
      "docker ps -H unix:///x",
      "env DOCKER_HOST=unix:///tmp/no.sock docker ps",
      "env DOCKER_HOST= docker ps",
      "env DOCKER_HOST=nope://x docker ps",
      "env DOCKER_HOST=unix:///tmp/no.sock docker -H unix:///var/run/docker.sock ps",
    ].map((line) =>
      line === "docker -H"
        ? ({
            line,
            by: "lists less",
            own: ["This is wirework's embedded engine", "its sockets are files"],
            why: "its help",
          } as const)
        : line,
    ),
  },
];
