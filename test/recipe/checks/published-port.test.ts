import { expect, test } from "bun:test";

import { countLine, pingLine, tcpLine, udpLine, unixLine } from "../../../lib/recipe/checks/packets.ts";
import { host } from "../../../lib/recipe/checks/place.ts";
import { insideOf, outsideOf, published, PublishedPort } from "../../../lib/recipe/checks/published-port.ts";
import { Named } from "../../../lib/shell/template/named.ts";
import { parsePort } from "../../../lib/values/port.ts";
import { parseSocketName } from "../../../lib/values/name/socket-name.ts";
import { ONE } from "./answers.ts";

const [OUTSIDE, INSIDE] = [parsePort("8080"), parsePort("80")];

const chosen = new Named({ name: "port", value: OUTSIDE, sample: "49153", word: "8080", spelled: "value" });

test.each([
  ["a number", OUTSIDE, null],
  ["a value that a command has told", chosen, chosen],
])("the host's port is %s, the server's its own", (_what, outside, told) => {
  const port = published(outside, INSIDE);
  expect(port).toBeInstanceOf(PublishedPort);
  expect([port.outside, port.inside, port.told]).toEqual([OUTSIDE, INSIDE, told]);
  expect([outsideOf(port), insideOf(port)]).toEqual([OUTSIDE, INSIDE]);
});

test("a port that is not published is the same for both", () => {
  expect([outsideOf(INSIDE), insideOf(INSIDE)]).toEqual([INSIDE, INSIDE]);
});

test("what is sent has a name, with the port that the client connects to", () => {
  const port = published(OUTSIDE, INSIDE);
  expect([
    pingLine(host, ONE),
    countLine(ONE, "10.1.1.1", "cat x"),
    tcpLine(ONE, "10.1.1.1", port),
    udpLine(host, ONE, INSIDE),
    unixLine(ONE, host, parseSocketName("@x")),
  ]).toEqual([
    "ping one from the host",
    "ping 10.1.1.1 from one ten times, and before and after cat x",
    "connect to 10.1.1.1:8080 from one",
    "send a datagram to one:80 from the host",
    "connect to @x of the host from one",
  ]);
});
