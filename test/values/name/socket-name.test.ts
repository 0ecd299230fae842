import { expect, test } from "bun:test";

import { parseSocketName, socketName } from "../../../lib/values/name/socket-name.ts";
import { refusalOf } from "../refusals.ts";

const CHARACTERS = "it has a character other than letters, digits and / . _ : -";

test.each(["@/com/ubuntu/upstart", "@a", "@/tmp/dbus-Xy_1.0:2", `@${"a".repeat(107)}`])(
  "socket name %s is accepted",
  (text) => {
    expect<string>(parseSocketName(text)).toBe(text);
  },
);

test.each([
  ["", "it begins with @"],
  ["/run/dbus/system_bus_socket", "it begins with @"],
  ["@", "nothing follows the @"],
  [`@${"a".repeat(108)}`, "108 bytes, and the kernel allows 107"],
  ["@a b", CHARACTERS],
  ["@a\0", CHARACTERS],
  ["@a$(id)", CHARACTERS],
  ["@/a/../b", "it has two dots, as the way out of a folder"],
  ["@ä", CHARACTERS],
])("socket name %j is refused: %s", (text, reason) => {
  expect(refusalOf(socketName, text).reason).toBe(reason);
});
