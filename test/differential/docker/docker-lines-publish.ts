/**
 * Lines of `--publish`, `--publish-all` and `docker port`.
 */
import type { Line, Scene } from "./docker-line.ts";

/** What `-p` takes for none, and what the client says of it */
const MALFORMED = [
  "''",
  ":",
  "80:",
  "/tcp",
  "x:80",
  "80:x",
  "127.0.0.1:80",
  "70000:80",
  "80:70000",
  "-1:80",
  "80-79:80",
  "80-82:80-81",
  "80:80-81",
  "80/foo",
  "localhost:80:80",
  "300.1.1.1:80:80",
  "127.0.0.01:80:80",
  "127.0.0.1/8:80:80",
  "80:80:80:80",
  "::1:80:80",
];

/** One of a range of its own that each engine has */
function chosen(line: string): Line {
  return {
    line,
    by: "labels",
    own: [],
    why: "era: ports that Docker chooses are 49153 to 49900, today the kernel's ip_local_port_range",
  };
}

export const PUBLISH_SCENES: readonly Scene[] = [
  {
    name: "ports that are none",
    lines: [
      ...MALFORMED.map((text) => `docker run --rm -p ${text} base true`),
      {
        line: "docker run --rm -p '[::1]:80:80' base true",
        by: "differs",
        sandbox: { status: 125, says: "IPv4 addresses, and ::1" },
        docker: { status: 0, says: "" },
        why: "the article's networks have no IPv6",
      },
      "docker run --rm -p base true",
      "docker run --rm -p",
      "docker run --rm -P=x base true",
      "docker run --rm --publish-all=maybe base true",
      "docker ps -a",
    ],
  },
  {
    name: "published ports",
    lines: [
      "docker run -d --name web -p 80:80 -p 53:53/udp -p 127.0.0.1:81:80 base sleep 600",
      "docker ps",
      "docker port web 80",
      "docker port web 80/tcp",
      "docker port web 53/udp",
      "docker port web 53",
      "docker port web 80/TCP",
      "docker port web 99",
      "docker port web foo",
      "docker port web 80/",
      "docker port web 70000",
      "docker port web 80-81",
      "docker port nosuch",
      "docker port nosuch 80",
      "docker port",
      "docker port web 80 81",
      "docker port --help",
      "docker inspect -f '{{json .NetworkSettings.Ports}}' web",
      "docker inspect -f '{{json .HostConfig.PortBindings}} {{.HostConfig.PublishAllPorts}}' web",
      "docker inspect -f '{{json .Config.ExposedPorts}}' web",
      "docker inspect -f '{{(index .NetworkSettings.Ports \"53/udp\" 0).HostPort}}' web",
      "docker run -d --name late -p 80:81 base sleep 600",
      "docker ps -a",
      "docker port late",
      "docker start late",
      "docker inspect -f '{{.State.Status}} {{.State.ExitCode}} {{json .NetworkSettings.Ports}}' late",
      "docker run --rm -p 90:90 -p 127.0.0.1:80:81 base true",
      "docker run --rm -p 1.2.3.4:90:90 base true",
      "docker run --rm -p 90:90/sctp base true",
      "docker run --rm -p 90:90 -p 90:91 base true",
      "docker run --rm -p 90:90 -p 127.0.0.1:90:90 base true",
      "docker kill web",
      "docker port web",
      "docker ps -a",
      "docker start late",
      "docker port late",
      "docker start web",
      "docker restart -t 0 late",
      "docker port late 81",
    ],
  },
  {
    name: "ranges of ports, and ports in many words",
    lines: [
      "docker run -d --name web -p 8000-8002:8000-8002 --publish=127.0.0.1:81-82:81-82/udp base sleep 600",
      "docker ps",
      "docker port web 8002",
      "docker run -d --name any -p 8000-8004:80 base sleep 600",
      "docker port any",
      "docker run -d --name next -p8000-8004:80 base sleep 600",
      "docker port next",
      "docker run --rm -p 8000-8004:80 base true",
      "docker inspect -f '{{json .HostConfig.PortBindings}}' any",
    ],
  },
  {
    name: "ports of Docker's own choice",
    lines: [
      "docker run -d --name web -P --expose 443 base sleep 600",
      chosen("docker port web 80"),
      chosen("docker port web 443"),
      "docker port web 444",
      "docker inspect -f '{{json .HostConfig.PortBindings}} {{.HostConfig.PublishAllPorts}}' web",
      "docker run -d --name one -p 127.0.0.1::80 base sleep 600",
      "docker run -d --name no -P=false base sleep 600",
      "docker port no",
    ],
  },
  {
    name: "ports without a network",
    lines: [
      "docker run -d --name web --net=none -p 80:80 -P base sleep 600",
      "docker port web",
      "docker ps",
      "docker inspect -f '{{json .NetworkSettings.Ports}} {{json .HostConfig.PortBindings}}' web",
      "docker run --rm --net=host -p 80:80 base true",
      "docker run --rm --net=container:web -p 80:80 base true",
      "docker run --rm --net=container:web -P base true",
    ],
  },
];
