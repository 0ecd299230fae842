import { expect, test } from "bun:test";
import { readlinkSync } from "node:fs";

import { networkNamespace, parseNetworkNamespace } from "../../lib/values/network-namespace.ts";
import { refusalOf } from "./refusals.ts";

test("what the kernel calls our own network is accepted", () => {
  const text = readlinkSync("/proc/self/ns/net");
  expect<string>(parseNetworkNamespace(text)).toBe(text);
});

test.each(["net:[1]", "net:[10]", "net:[9999999999]"])("network namespace %s is accepted", (text) => {
  expect<string>(parseNetworkNamespace(text)).toBe(text);
});

test.each([
  "",
  " net:[4026531840]",
  "net:[4026531840]\n",
  "net:[0123]",
  "net:[]",
  "net:[0]",
  "net:[12345678901]",
  "mnt:[4026531840]",
  "net:[4026531840] ",
  "4026531840",
  "net:",
])("network namespace %j is refused", (text) => {
  expect(refusalOf(networkNamespace, text).reason).toBe(
    "it is net:, and in brackets the number of an inode: net:[4026531840]",
  );
});
