import { expect, test } from "bun:test";

import { hostname, parseHostname } from "../../../lib/values/name/hostname.ts";
import { refusalOf } from "../refusals.ts";

const CHARACTERS = "it has letters, digits, hyphens and dots only";
const DOT = "a dot stands between two labels";
const LABEL = "a label begins and ends with a letter or a digit";

test.each([
  "a",
  "63f36fc01b5f",
  "web",
  "Web-1",
  "db.example.com",
  "3com.com",
  "1",
  "z9.Z0",
  "web10.1.1.1",
  "10.1.1.1a",
  "10.1.1",
  "10.1.1.1.1",
  "a".repeat(63),
  `${"a".repeat(61)}.bc`,
])("host name %j is accepted", (text) => {
  expect<string>(parseHostname(text)).toBe(text);
});

test.each([
  ["", "it is empty"],
  ["my_host", CHARACTERS],
  ["web 1", CHARACTERS],
  ["web\n", CHARACTERS],
  ["größe", CHARACTERS],
  ["a/b", CHARACTERS],
  [`${"a".repeat(62)}.bc`, "65 characters, and the kernel allows 64"],
  ["a".repeat(64), "63 characters is the most between two dots"],
  [".", DOT],
  [".web", DOT],
  ["web.", DOT],
  ["db..com", DOT],
  ["-web", LABEL],
  ["web-", LABEL],
  ["db-.com", LABEL],
  ["db.-com", LABEL],
  ["10.1.1.1", "every program would read it as an address"],
])("host name %j is refused: %s", (text, reason) => {
  expect(refusalOf(hostname, text).reason).toBe(reason);
});
