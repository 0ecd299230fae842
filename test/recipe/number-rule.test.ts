import { expect, test } from "bun:test";

import { isAtLeast, isNotEphemeral } from "../../lib/recipe/number-rule.ts";
import { parsePort } from "../../lib/values/port.ts";

test.each([
  [83, "--mtu 83 is below 84, the length of a ping"],
  [84, null],
  [1500, null],
])("84 at least: %d", (mtu, objection) => {
  expect(isAtLeast("mtu", 84, "the length of a ping")({ mtu })).toBe(objection);
});

test.each([
  ["80", null],
  ["32767", null],
  ["32768", "--port 32768 is one that Docker may choose itself: take one below 32768"],
  ["49153", "--port 49153 is one that Docker may choose itself: take one below 32768"],
  ["65535", "--port 65535 is one that Docker may choose itself: take one below 32768"],
])("a port that Docker does not choose: %s", (port, objection) => {
  expect(isNotEphemeral("port")({ port: parsePort(port) })).toBe(objection);
});
