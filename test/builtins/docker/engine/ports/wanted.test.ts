/**
 * Which ports of the host a container asks for, in which order.
 */
import { describe, expect, test } from "bun:test";

import type { ContainerSettings, PublishedPort } from "../../../../../lib/builtins/docker/engine/container.ts";
import { wantedPorts } from "../../../../../lib/builtins/docker/engine/ports/wanted.ts";
import { parseExposes } from "../../../../../lib/programs/docker/options/expose.ts";
import { DaemonFailure } from "../../../../../lib/programs/docker/failure.ts";
import { parsePublish } from "../../../../../lib/programs/docker/options/publish.ts";
import { parseIpv4 } from "../../../../../lib/values/address/ipv4.ts";

const DAEMONS = "192.0.2.1";

interface Asked {
  readonly publish?: readonly string[];
  readonly expose?: readonly string[];
  readonly all?: boolean;
  /** Of other containers, each as `ADDRESS:PORT/PROTOCOL` */
  readonly taken?: readonly string[];
}

/** What is wanted, each as `ADDRESS:PORT,PORT->PORT/PROTOCOL` */
function wanted({ publish = [], expose = [], all = false, taken = [] }: Asked): readonly string[] {
  const settings = {
    published: publish.flatMap(parsePublish),
    exposed: parseExposes(expose),
    publishAll: all,
  } as unknown as ContainerSettings; // of all the settings it reads these
  const others = taken.map((text): PublishedPort => {
    const [, address = "", port, protocol = ""] = /^(.*):(\d+)\/(.*)$/.exec(text) ?? [];
    const [exposed = { port: 0, protocol: "tcp" }] = parseExposes([`1/${protocol}`]);
    return { exposed, address: parseIpv4(address), hostPort: Number(port) };
  });
  return wantedPorts(settings, parseIpv4(DAEMONS), others).map(
    ({ exposed, address, ports }) => `${address}:${ports.join(",")}->${exposed.port}/${exposed.protocol}`,
  );
}

/** Ten of them, from one on */
const ten = (first: number) => Array.from({ length: 10 }, (_, at) => first + at).join(",");

describe("of the host's ports", () => {
  test.each<[what: string, asked: Asked, expected: readonly string[]]>([
    ["none is wanted where none is published", { expose: ["80"] }, []],
    ["one that is said is the only one", { publish: ["8080:80"] }, [`${DAEMONS}:8080->80/tcp`]],
    ["an address that is said is that", { publish: ["127.0.0.1:80:81"] }, ["127.0.0.1:80->81/tcp"]],
    ["of a range it is the first", { publish: ["80-84:80"] }, [`${DAEMONS}:80->80/tcp`]],
    [
      "of a range it is the first that no other has",
      { publish: ["80-84:80"], taken: [`${DAEMONS}:80/tcp`, `${DAEMONS}:81/tcp`, `${DAEMONS}:83/tcp`] },
      [`${DAEMONS}:82->80/tcp`],
    ],
    ["any is one of ten from 49153 on", { publish: ["80"] }, [`${DAEMONS}:${ten(49_153)}->80/tcp`]],
    ["0 is any", { publish: ["0:80"] }, [`${DAEMONS}:${ten(49_153)}->80/tcp`]],
    [
      "any is none that another has",
      { publish: ["80"], taken: [`${DAEMONS}:49153/tcp`] },
      [`${DAEMONS}:${ten(49_154)}->80/tcp`],
    ],
    [
      "those of another address or protocol are nobody's",
      { publish: ["80:80"], taken: ["127.0.0.1:80/tcp", `${DAEMONS}:80/udp`] },
      [`${DAEMONS}:80->80/tcp`],
    ],
    [
      "those of its own are as good as another's",
      { publish: ["80", "81"] },
      [`${DAEMONS}:${ten(49_153)}->80/tcp`, `${DAEMONS}:${ten(49_154)}->81/tcp`],
    ],
    [
      "all exposed ones want any, but those that are published want theirs",
      { publish: ["8080:80"], expose: ["79", "80", "80/udp"], all: true },
      [`${DAEMONS}:${ten(49_153)}->79/tcp`, `${DAEMONS}:8080->80/tcp`, `${DAEMONS}:${ten(49_153)}->80/udp`],
    ],
  ])("%s", (_what, asked, expected) => {
    expect(wanted(asked)).toEqual([...expected]);
  });

  test("the last is 49900", () => {
    const taken = Array.from({ length: 746 }, (_, at) => `${DAEMONS}:${49_153 + at}/tcp`);
    expect(wanted({ publish: ["80"], taken })).toEqual([`${DAEMONS}:49899,49900->80/tcp`]);
    expect(() => wanted({ publish: ["80", "81", "82"], taken })).toThrow(new DaemonFailure("all ports are allocated"));
  });
});

describe("the order is", () => {
  test.each<[what: string, publish: readonly string[], expected: readonly string[]]>([
    ["by the container's port", ["1:90", "2:80", "3:100"], ["2->80/tcp", "1->90/tcp", "3->100/tcp"]],
    ["of one port tcp first", ["1:53/udp", "2:53", "3:53/sctp"], ["2->53/tcp", "3->53/sctp", "1->53/udp"]],
    [
      "of one port from the highest of the host's down",
      ["5:80", "9:80", "7:80"],
      ["9->80/tcp", "7->80/tcp", "5->80/tcp"],
    ],
  ])("%s", (_what, publish, expected) => {
    expect(wanted({ publish })).toEqual(expected.map((text) => `${DAEMONS}:${text}`));
  });

  test("of one port any after the lowest of the host's", () => {
    expect(wanted({ publish: ["127.0.0.1:1:80", "127.0.0.2::80"] })).toEqual([
      "127.0.0.1:1->80/tcp",
      `127.0.0.2:${ten(49_153)}->80/tcp`,
    ]);
  });

  test("of one port of each the last that was said first, and any last", () => {
    expect(wanted({ publish: ["127.0.0.1::80", "127.0.0.1:9:80", "127.0.0.2:9:80"] })).toEqual([
      "127.0.0.2:9->80/tcp",
      "127.0.0.1:9->80/tcp",
      `127.0.0.1:${ten(49_153)}->80/tcp`,
    ]);
  });
});

describe("refused is", () => {
  test.each<[what: string, asked: Asked, reason: string]>([
    [
      "one port that another has",
      { publish: ["80:81"], taken: [`${DAEMONS}:80/tcp`] },
      `Bind for ${DAEMONS}:80 failed: port is already allocated`,
    ],
    ["one port twice", { publish: ["80:81", "80:82"] }, `Bind for ${DAEMONS}:80 failed: port is already allocated`],
    [
      "a range that others have",
      { publish: ["80-81:1"], taken: [`${DAEMONS}:80/tcp`, `${DAEMONS}:81/tcp`] },
      "all ports are allocated",
    ],
  ])("%s", (_what, asked, reason) => {
    expect(() => wanted(asked)).toThrow(new DaemonFailure(reason));
  });
});
