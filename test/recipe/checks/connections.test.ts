import { test } from "bun:test";
import { BYTES, OWN_BYTES, OWN_DATAGRAM } from "../../support/messages.ts";
import { udpLine } from "../../../lib/recipe/checks/packets.ts";

import { host } from "../../../lib/recipe/checks/place.ts";
import { published } from "../../../lib/recipe/checks/published-port.ts";
import { parseIpv4 } from "../../../lib/values/address/ipv4.ts";
import { parsePort } from "../../../lib/values/port.ts";
import { ONE, TWO } from "./answers.ts";
import { type Case, expectCase, PATIENCE, reported } from "./checking.ts";

const PORT = parsePort("80");
const PUBLISHED = published(parsePort("8080"), PORT);
const PEER = parseIpv4("10.1.1.9");

const whole = (seenAs: string) => ({ from: ONE, to: TWO, target: TWO, port: PORT, seenAs });

const CASES: readonly Case[] = [
  [
    "tcp",
    ({ tcp }) => tcp(ONE, TWO, TWO, PORT),
    { yes: true, seen: "bytes" },
    [
      ["exchange", whole("itself"), PATIENCE],
      ["assertOther", ONE, TWO],
    ],
    reported("connect to two:80 from one", OWN_BYTES, "bytes", true),
  ],
  [
    "tcp that fails",
    ({ tcp }) => tcp(ONE, TWO, TWO, PORT),
    { yes: false, seen: "no" },
    [["exchange", whole("itself"), PATIENCE]],
    reported("connect to two:80 from one", OWN_BYTES, "no", false),
  ],
  [
    "tcp to the place itself",
    ({ tcp }) => tcp(TWO, TWO, TWO, PORT),
    { yes: true, seen: "bytes" },
    [["exchange", { ...whole("itself"), from: TWO }, PATIENCE]],
    reported("connect to two:80 from two", OWN_BYTES, "bytes", true),
  ],
  [
    "tcp to a published port",
    ({ tcp }) => tcp(host, TWO, "127.0.0.1", PUBLISHED),
    { yes: true, seen: "bytes" },
    [["exchange", { ...whole("itself"), from: host, target: "127.0.0.1", port: PUBLISHED }, PATIENCE]],
    reported("connect to 127.0.0.1:8080 from the host", OWN_BYTES, "bytes", true),
  ],
  [
    "tcpSeenAs",
    ({ tcpSeenAs }) => tcpSeenAs(ONE, TWO, TWO, PORT, PEER),
    { yes: true, seen: "bytes" },
    [
      ["exchange", { ...whole(PEER), peer: PEER }, PATIENCE],
      ["assertOther", ONE, TWO],
    ],
    reported("connect to two:80 from one", `${BYTES}, from 10.1.1.9`, "bytes", true),
  ],
  [
    "noTcp",
    ({ noTcp }) => noTcp(ONE, TWO, TWO, PORT),
    { yes: false, seen: "ETIMEDOUT" },
    [
      ["assertServes", ONE, TWO, TWO, PORT],
      ["exchange", whole("itself"), 500],
    ],
    reported("connect to two:80 from one", "no connection", "ETIMEDOUT", true),
  ],
  [
    "noTcp, for another reason",
    ({ noTcp }) => noTcp(ONE, TWO, TWO, PORT, "ECONNREFUSED"),
    { yes: false, seen: "ETIMEDOUT" },
    [
      ["assertServes", ONE, TWO, TWO, PORT],
      ["exchange", whole("itself"), 500],
    ],
    reported("connect to two:80 from one", "ECONNREFUSED", "ETIMEDOUT", false),
  ],
  [
    "noTcp, connected",
    ({ noTcp }) => noTcp(ONE, TWO, TWO, PORT, "refused"),
    { yes: true, seen: "refused" },
    [
      ["assertServes", ONE, TWO, TWO, PORT],
      ["exchange", whole("itself"), 500],
    ],
    reported("connect to two:80 from one", "refused", "refused", false),
  ],
  [
    "udp",
    ({ udp }) => udp(ONE, TWO, TWO, PORT),
    { yes: true, seen: "a datagram" },
    [
      ["exchangeDatagrams", { from: ONE, to: TWO, target: TWO, port: PORT }, PATIENCE],
      ["assertOther", ONE, TWO],
    ],
    reported(udpLine(ONE, TWO, PORT), OWN_DATAGRAM, "a datagram", true),
  ],
  [
    "udp to a published port",
    ({ udp }) => udp(ONE, TWO, "10.1.1.1", PUBLISHED),
    { yes: true, seen: "a datagram" },
    [["exchangeDatagrams", { from: ONE, to: TWO, target: "10.1.1.1", port: PUBLISHED }, PATIENCE]],
    reported(udpLine(ONE, "10.1.1.1", PUBLISHED), OWN_DATAGRAM, "a datagram", true),
  ],
  [
    "udp that fails",
    ({ udp }) => udp(ONE, TWO, TWO, PORT),
    { yes: false, seen: "nothing" },
    [["exchangeDatagrams", { from: ONE, to: TWO, target: TWO, port: PORT }, PATIENCE]],
    reported(udpLine(ONE, TWO, PORT), OWN_DATAGRAM, "nothing", false),
  ],
];

for (const one of CASES) test(one[0], () => expectCase(one));
