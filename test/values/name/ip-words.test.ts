import { expect, test } from "bun:test";

import { ipWord } from "../../../lib/values/name/ip-words.ts";

test.each([
  ["a", "address"],
  ["addr", "address"],
  ["b", "broadcast"],
  ["t", "txqueuelen"],
  ["ty", "type"],
  ["help", "help"],
  ["up", "up"],
  ["mtu", "mtu"],
  ["netns", "netns"],
  ["to", "to"],
  ["n", "nomaster"],
  ["txq", "txqueuelen"],
  ["txqlen", "txqlen"],
])("ip reads %s as its own %s", (name, word) => {
  expect(ipWord(name)).toBe(word);
});

test.each(["A", "B", "c", "eth0", "mt", "upp", "types", "bridge", "docker0", "HELP", "", "ddress"])(
  "ip reads %s as a name",
  (name) => {
    expect(ipWord(name)).toBeNull();
  },
);
