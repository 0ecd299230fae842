import { expect, test } from "bun:test";

import { portList } from "../../../../lib/builtins/docker/commands/port-list.ts";
import { parseExposes } from "../../../../lib/builtins/docker/expose.ts";

// Each as Docker 20.10.24's own client prints it
test.each([
  [[], ""],
  [["80"], "80/tcp"],
  [["5432", "80"], "80/tcp, 5432/tcp"],
  [["80-82", "53/udp"], "53/udp, 80-82/tcp"],
  [["80", "81", "83"], "80-81/tcp, 83/tcp"],
])("portList() shows %j as %j", (exposes, shown) => {
  expect(portList(parseExposes(exposes))).toBe(shown);
});
