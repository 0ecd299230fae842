import { expect, test } from "bun:test";

import { parseSocketName, socketName } from "../../lib/values/socket-name.ts";
import { refusalOf } from "./refusals.ts";

test.each(["@/com/ubuntu/upstart", "@a", "@/tmp/dbus-Xy_1.0:2", `@${"a".repeat(107)}`])(
  "socket name %s is accepted",
  (text) => {
    expect<string>(parseSocketName(text)).toBe(text);
  },
);

test.each([
  ["", "it begins with @"],
  ["/run/dbus/system_bus_socket", "it begins with @"],
  ["@", "there is nothing after the @"],
  [`@${"a".repeat(108)}`, "108 bytes, and the kernel allows 107"],
  ["@a b", "it has a character other than letters, digits and / . _ : -"],
  ["@a\0", "it has a character other than letters, digits and / . _ : -"],
  ["@a$(id)", "it has a character other than letters, digits and / . _ : -"],
  ["@/a/../b", "it has two dots, as the way out of a folder"],
  ["@ä", "it has a character other than letters, digits and / . _ : -"],
])("socket name %j is refused: %s", (text, reason) => {
  expect(refusalOf(socketName, text).reason).toBe(reason);
});
