/** A text is a record of schema 1, or it is said why it is none. */
import { expect, test } from "bun:test";

import { readRecord } from "../../lib/labs/lab-record.ts";
import { NO_SUM, seal } from "../../lib/labs/sealed.ts";

test.each<readonly [string, unknown]>([
  [`${seal('{"schema":1,"name":"web"}', NO_SUM)}\n`, { schema: 1, name: "web" }],
  ['{"schema":1,"name":"web"}\n', { reason: "torn" }],
  [seal('{"schema":1,"name":"web"}', NO_SUM).replace("web", "wab"), { reason: "torn" }],
  ['{"schema":1,"na', { reason: "torn" }],
  ["", { reason: "torn" }],
  ["null", { reason: "torn" }],
  ["1", { reason: "torn" }],
  ['"schema"', { reason: "torn" }],
  ["[1]", { reason: "torn" }],
  ["{}", { reason: "torn" }],
  ['{"schema":2}', { reason: "unknown schema", schema: "2" }],
  ['{"schema":"1"}', { reason: "unknown schema", schema: '"1"' }],
  ['{"schema":null}', { reason: "unknown schema", schema: "null" }],
])("%j", (text, found) => {
  expect<unknown>(readRecord(text)).toEqual(found);
});
