/**
 * Lines of `docker exec`.
 */
import type { Scene } from "./docker-line.ts";

export const EXEC_SCENES: readonly Scene[] = [
  {
    name: "exec",
    lines: [
      "docker run -d --name web -h web -e A=1 -w /tmp base sleep 600",
      "docker exec web true",
      "docker exec web sh -c 'exit 7'",
      "docker exec web sh -c 'kill -9 $$'",
      "docker exec web nosuch",
      "docker exec web /nosuch/program",
      "docker exec web /etc",
      "docker exec -d web nosuch",
      "docker exec -d web true",
      "docker exec web sh -c 'echo out; echo err >&2'",
      "docker exec -t web echo hello",
      "docker exec -it web true",
      "docker exec -i web cat",
      "docker exec web pwd",
      "docker exec -w /usr web pwd",
      "docker exec -w relative web pwd",
      "docker exec -w /nosuch web pwd",
      "docker exec web env",
      "docker exec -t -e A=2 -e B=3 web env",
      "docker exec web hostname",
      "docker logs web",
    ],
  },
];
