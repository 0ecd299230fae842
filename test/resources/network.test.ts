/**
 * Which network namespace a command runs in, by what enters it.
 */
import { describe, expect, test } from "bun:test";

import { enteringNamed, ON_HOST, UNTOLD } from "../../lib/resources/entering.ts";
import type { Look } from "../../lib/resources/look.ts";
import { inodeOfNetwork, networkBehind, seeIn, textIn } from "../../lib/resources/network.ts";
import { networkWith, NOTHING_THERE } from "../support/kernel/seen-network.ts";

const OWN = "/proc/self/ns/net";
const NAMED = "/var/run/netns/N";

/** A host with a network behind any file, and which of them are looked at */
function noting(): { readonly look: Look; readonly files: string[] } {
  const files: string[] = [];
  const see: Look["see"] = (file, read) => (files.push(file), read(networkWith({})));
  const network = (file: string) => (files.push(file), 8);
  return { look: { ...NOTHING_THERE, see, network }, files };
}

test("a file is looked at, and the words are not run", async () => {
  const { look, files } = noting();
  expect(seeIn(look, enteringNamed("N"), (seen) => seen.links())).toEqual([]);
  expect(await networkBehind(look, enteringNamed("N"))).toEqual({ enter: enteringNamed("N"), inode: "8" });
  expect(files).toEqual([NAMED, NAMED]);
});

test("where no file leads, nothing is seen", async () => {
  const { look, files } = noting();
  const enter = { words: ["ip", "vrf", "exec", "blue"], ...UNTOLD };
  expect(seeIn(look, enter, () => "seen")).toBeNull();
  expect(await networkBehind(look, enter)).toBeNull();
  expect(files).toEqual([]);
});

describe("where no file tells the number", () => {
  const printing = (printed: string | null): Look => ({
    ...NOTHING_THERE,
    link: (path) => (path === OWN ? "net:[5]" : null),
    text: async (argv) => (argv.join(" ") === `ip netns exec N readlink ${OWN}` ? printed : null),
  });

  test("who enters it says so", async () => {
    expect(await inodeOfNetwork(printing("net:[77]\n"), enteringNamed("N"))).toBe("77");
  });

  test("the own one is where the link leads", async () => {
    expect(await inodeOfNetwork(printing(null), ON_HOST)).toBe("5");
    expect(await inodeOfNetwork(NOTHING_THERE, ON_HOST)).toBeNull();
  });

  test.each([null, "", "mnt:[77]", "net:[x]", "net:[7] and more"])("%j is no number", async (printed) => {
    expect(await inodeOfNetwork(printing(printed), enteringNamed("N"))).toBeNull();
    expect(await networkBehind(printing(printed), enteringNamed("N"))).toBeNull();
  });
});

test("a command runs behind what enters", async () => {
  const look: Look = { ...NOTHING_THERE, text: async (argv) => argv.join(" ") };
  expect(await textIn(look, enteringNamed("N"), ["ip", "link"])).toBe("ip netns exec N ip link");
  expect(await textIn(look, ON_HOST, ["ip", "link"])).toBe("ip link");
});
