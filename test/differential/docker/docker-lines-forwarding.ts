/**
 * Lines typed while the host does not forward.
 */
import type { Scene } from "./docker-line.ts";

export const FORWARDING_SCENES: readonly Scene[] = [
  {
    name: "forwarding that is off",
    lines: [
      "sysctl -q -w net.ipv4.ip_forward=0",
      "docker run -d --name web base sleep 600",
      "docker run --rm base echo hello",
      "docker run --rm --net=none base echo hello",
      "docker run --rm --link web:www base true",
      "docker run --rm base nosuch",
      "docker run --rm --name web base true",
      "docker start web",
      {
        line: "docker info",
        by: "labels",
        own: [" Bridge:", " Sockets:", " MTU:", " Inter-container communication:", " iptables rules:"],
        why: "each engine's own",
      },
      "sysctl -q -w net.ipv4.ip_forward=1",
      "docker run --rm base echo hello",
    ],
  },
];
