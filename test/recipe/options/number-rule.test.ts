import { expect, test } from "bun:test";

import { isAtLeast, isNotEphemeral } from "../../../lib/recipe/options/number-rule.ts";
import { parsePort } from "../../../lib/values/port.ts";

const chosen = (port: number) => `--port ${port} is in the range that Docker chooses from: take one below 32768`;

test.each([
  [83, "--mtu 83 is below 84, a limit"],
  [84, null],
  [1500, null],
])("84 at least: %d", (mtu, objection) => {
  expect(isAtLeast("mtu", 84, "a limit")({ mtu })).toBe(objection);
});

test.each([
  ["80", null],
  ["32767", null],
  ["32768", chosen(32768)],
  ["49153", chosen(49153)],
  ["65535", chosen(65535)],
])("a port that Docker does not choose: %s", (port, objection) => {
  expect(isNotEphemeral("port")({ port: parsePort(port) })).toBe(objection);
});
