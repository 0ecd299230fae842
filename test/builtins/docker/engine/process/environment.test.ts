import { expect, test } from "bun:test";

import { environmentOf } from "../../../../../lib/builtins/docker/engine/process/environment.ts";
import { linkVariables } from "../../../../../lib/builtins/docker/engine/network/link-variables.ts";
import type { LinkedServer } from "../../../../../lib/builtins/docker/engine/network/docker-links.ts";
import { parseExposes } from "../../../../../lib/programs/docker/options/expose.ts";
import { BASE } from "../../../../../lib/builtins/docker/image.ts";
import { parseContainerName } from "../../../../../lib/values/name/container-name.ts";
import { parseIpv4 } from "../../../../../lib/values/address/ipv4.ts";

const SEARCH_PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

function container(name: string, environment: readonly string[], exposes: readonly string[]): LinkedServer["record"] {
  return {
    id: "0".repeat(64) as LinkedServer["record"]["id"], // what an id looks like
    name: parseContainerName(name),
    created: "2014-06-01T00:00:00.000Z",
    settings: {
      hostname: `${name}-host`,
      image: "base",
      imageId: BASE.id,
      volumes: [],
      command: ["true"],
      environment,
      labels: {},
      workingFolder: "/",
      network: "bridge",
      privileged: false,
      dns: [],
      dnsSearch: [],
      links: [],
      exposed: parseExposes(exposes),
      published: [],
      publishAll: false,
      attached: true,
      interactive: false,
      terminal: false,
      removedOnExit: false,
    },
    run: null,
    failedStart: null,
  };
}

function server(alias: string, environment: readonly string[], exposes: readonly string[]): LinkedServer {
  const endpoint = {
    bridge: "docker0",
    address: parseIpv4("172.17.0.2"),
    prefix: 16,
    gateway: parseIpv4("172.17.42.1"),
    mac: "02:42:ac:11:00:02",
    mtu: 1500,
    veth: "vethAQI2QT",
    published: [],
  };
  return { alias, endpoint, record: container("db", environment, exposes) };
}

// Each as `env` printed it in a container of Docker 20.10.24, but for the hostname
test.each<[string[], { terminal: boolean; environment: string[] }, string[]]>([
  [[], { terminal: false, environment: [] }, [SEARCH_PATH, "HOSTNAME=web-host", "HOME=/root"]],
  [[], { terminal: true, environment: ["A=1"] }, [SEARCH_PATH, "HOSTNAME=web-host", "TERM=xterm", "A=1", "HOME=/root"]],
  [["HOME=/x", "HOSTNAME=y"], { terminal: false, environment: [] }, [SEARCH_PATH, "HOSTNAME=y", "HOME=/x"]],
  [
    ["A=1", "NOBODY_HAS_THIS", "HOSTNAME"],
    { terminal: false, environment: ["A=2"] },
    [SEARCH_PATH, "A=2", "HOME=/root"],
  ],
])("environmentOf() makes of %j and %j %j", (own, program, expected) => {
  expect(environmentOf(container("web", own, []), program, [])).toEqual(expected);
});

test("linkVariables() tells the ports, with those that follow one another, and the server's own variables", () => {
  const linked = server("my-db", ["A=b=c", "HOME=/x", "GONE"], ["80-82", "53/udp"]);
  // As printed in a container of Docker 20.10.24, but that one name is printed once
  expect([...new Set(linkVariables(linked, "client"))]).toEqual([
    "MY_DB_PORT=udp://172.17.0.2:53",
    "MY_DB_PORT_80_TCP_START=tcp://172.17.0.2:80",
    "MY_DB_PORT_80_TCP_ADDR=172.17.0.2",
    "MY_DB_PORT_80_TCP_PROTO=tcp",
    "MY_DB_PORT_80_TCP_PORT_START=80",
    "MY_DB_PORT_80_TCP_END=tcp://172.17.0.2:82",
    "MY_DB_PORT_80_TCP_PORT_END=82",
    "MY_DB_PORT_53_UDP=udp://172.17.0.2:53",
    "MY_DB_PORT_53_UDP_ADDR=172.17.0.2",
    "MY_DB_PORT_53_UDP_PORT=53",
    "MY_DB_PORT_53_UDP_PROTO=udp",
    "MY_DB_PORT_80_TCP=tcp://172.17.0.2:80",
    "MY_DB_PORT_80_TCP_PORT=80",
    ...[81, 82].flatMap((port) => [
      `MY_DB_PORT_${port}_TCP=tcp://172.17.0.2:${port}`,
      `MY_DB_PORT_${port}_TCP_ADDR=172.17.0.2`,
      `MY_DB_PORT_${port}_TCP_PORT=${port}`,
      `MY_DB_PORT_${port}_TCP_PROTO=tcp`,
    ]),
    "MY_DB_NAME=/client/my-db",
    "MY_DB_ENV_A=b=c",
  ]);
});

test("linkVariables() of a server without ports has its name only", () => {
  expect(linkVariables(server("db", [], []), "client")).toEqual(["DB_NAME=/client/db"]);
});
