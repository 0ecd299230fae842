/**
 * Lines of `--link`.
 */
import type { Scene } from "./docker-line.ts";

export const LINK_SCENES: readonly Scene[] = [
  {
    name: "a link to what isn't there",
    lines: [
      "docker run --rm --link nosuch base true",
      "docker run --rm --link nosuch:db base true",
      "docker run --rm --name 'a b' --link nosuch:db base true",
      "docker run --rm --net none --link nosuch:db base true",
      "docker ps -a",
    ],
  },
  {
    name: "a link",
    lines: [
      "docker run -d --name db -h db-host --expose 5432 -e A=b base sleep 600",
      "docker run --rm --link db base cat /etc/hosts",
      "docker run --rm --link /db:/x/y base cat /etc/hosts",
      "docker run -d --name client --link db:my-db base sleep 600",
      "docker exec client env",
      "docker exec client cat /etc/hosts",
      "docker inspect -f '{{json .HostConfig.Links}}' client",
      "docker inspect -f '{{json .NetworkSettings.Ports}}' db",
      "docker ps",
      "docker ps --no-trunc",
      "docker rm db",
      "docker stop -t 0 db",
      {
        line: "docker exec client true",
        by: "differs",
        sandbox: { status: 0, says: "" },
        docker: { status: 1, says: "Cannot link to a non running container: /db AS /client/my-db" },
        why: "Docker can't tell the server's variables then, and gives up; exec is younger than the article",
      },
      "docker run --name late --link db:db base true",
      "docker inspect -f '{{json .State}}' late",
      "docker wait late",
      "docker run --rm --link db:db base true",
      "docker run -d --link db:db base true",
      "docker restart -t 0 client",
      "docker start client",
      "docker start db",
      "docker start client",
      "docker exec client cat /etc/hosts",
    ],
  },
  {
    name: "links to many ports",
    lines: [
      "docker run -d --name db --expose 53/udp --expose 79-82 base sleep 600",
      "docker run --rm --link db base env",
      "docker ps",
      {
        line: "docker run --rm --net=bridge --link db base true",
        by: "differs",
        sandbox: { status: 0, says: "" },
        docker: { status: 125, says: "docker: links are only supported for user-defined networks.\n" },
        why: "era: bridge was the network's name before it was one that users define",
      },
      {
        line: "docker run --rm --link db: base true",
        by: "differs",
        sandbox: { status: 125, says: 'invalid argument "db:" for "--link" flag: bad format for links: db:' },
        docker: { status: 0, says: "" },
        why: "a link by no name gives a line without one in /etc/hosts",
      },
      {
        line: "docker run --rm --link :db base true",
        by: "differs",
        sandbox: { status: 125, says: 'invalid argument ":db" for "--link" flag: bad format for links: :db' },
        docker: { status: 125, says: 'could not get container for : invalid name or ID supplied: "".' },
        why: "the client need not ask the daemon for that",
      },
    ],
  },
];
