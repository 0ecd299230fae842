import { expect, test } from "bun:test";

import { hostname, parseHostname } from "../../lib/values/hostname.ts";
import { refusalOf } from "./refusals.ts";

test.each([
  "a",
  "63f36fc01b5f",
  "web",
  "Web-1",
  "db.example.com",
  "3com.com",
  "1",
  "a".repeat(63),
  `${"a".repeat(61)}.bc`,
])("host name %j is accepted", (text) => {
  expect<string>(parseHostname(text)).toBe(text);
});

test.each([
  ["", "it is empty"],
  ["my_host", "it has letters, digits, hyphens and dots only"],
  ["web 1", "it has letters, digits, hyphens and dots only"],
  ["web\n", "it has letters, digits, hyphens and dots only"],
  ["größe", "it has letters, digits, hyphens and dots only"],
  ["a/b", "it has letters, digits, hyphens and dots only"],
  [`${"a".repeat(62)}.bc`, "65 characters, and the kernel allows 64"],
  ["a".repeat(64), "63 characters is the most between two dots"],
  [".", "a dot stands between two labels"],
  [".web", "a dot stands between two labels"],
  ["web.", "a dot stands between two labels"],
  ["db..com", "a dot stands between two labels"],
  ["-web", "a label begins and ends with a letter or a digit"],
  ["web-", "a label begins and ends with a letter or a digit"],
  ["db-.com", "a label begins and ends with a letter or a digit"],
  ["db.-com", "a label begins and ends with a letter or a digit"],
  ["10.1.1.1", "every program would read it as an address"],
])("host name %j is refused: %s", (text, reason) => {
  expect(refusalOf(hostname, text).reason).toBe(reason);
});
