/**
 * Which network namespace a command runs in, by what enters it.
 */
import { describe, expect, test } from "bun:test";

import type { Look } from "../../lib/resources/look.ts";
import { inodeOfNetwork, networkBehind, seeIn, textIn } from "../../lib/resources/network.ts";
import { networkWith, NOTHING_THERE } from "../support/kernel/seen-network.ts";

const OWN = "/proc/self/ns/net";
const [NAMED, OF_PROCESS] = ["/var/run/netns/N", "/proc/7/ns/net"];

/** The words that enter, one by one */
const entering = (line: string) => (line === "" ? [] : line.split(" "));

/** A host with a network behind any file, and which of them are looked at */
function noting(): { readonly look: Look; readonly files: string[] } {
  const files: string[] = [];
  const see: Look["see"] = (file, read) => (files.push(file), read(networkWith({})));
  const network = (file: string) => (files.push(file), 8);
  return { look: { ...NOTHING_THERE, see, network }, files };
}

describe("what enters a network leads to its file", () => {
  test.each([
    ["", OWN],
    ["ip netns exec N", NAMED],
    ["ip -4 netns exec N", NAMED],
    ["ip -json -6 netns exec N", NAMED],
    ["ip net e N", NAMED],
    ["ip netns exec exec", "/var/run/netns/exec"],
    ["ip netns exec netns", "/var/run/netns/netns"],
    ["nsenter --net=/run/netns/M", "/run/netns/M"],
    ["nsenter -n/proc/8/ns/net", "/proc/8/ns/net"],
    ["nsenter -t 7 -n", OF_PROCESS],
    ["nsenter -n -t 7", OF_PROCESS],
    ["nsenter -t7 -n", OF_PROCESS],
    ["nsenter --target 7 --net", OF_PROCESS],
    ["nsenter --target=7 -n", OF_PROCESS],
    ["nsenter -t 7 -a", OF_PROCESS],
    ["nsenter --target 7 --all", OF_PROCESS],
    ["nsenter -t 7 -n -m --uts --", OF_PROCESS],
    ["nsenter -t 7 -n --net=/run/netns/M", "/run/netns/M"],
    ["ip netns exec M ip netns exec N", NAMED],
    ["ip netns exec N nsenter -t 7 -n", OF_PROCESS],
    ["nsenter -t 7 -n ip netns exec N", NAMED],
    ["nsenter -t 8 -n nsenter -t 7 -n", OF_PROCESS],
  ])("%j to %s", async (line, file) => {
    const { look, files } = noting();
    expect(seeIn(look, entering(line), (seen) => seen.links())).toEqual([]);
    expect(await networkBehind(look, entering(line))).toEqual({ enter: entering(line), inode: "8" });
    expect(files).toEqual([file, file]);
  });

  test.each([
    "sh -c",
    "nsenter --nonsense -t 7 -n",
    "nsenter -t 7 -m",
    "nsenter -n",
    "ip -n N link",
    "ip netns exec N sh -c",
  ])("%j to none", async (line) => {
    const { look, files } = noting();
    expect(seeIn(look, entering(line), () => "seen")).toBeNull();
    expect(await networkBehind(look, entering(line))).toBeNull();
    expect(files).toEqual([]);
  });
});

describe("where no file tells the number", () => {
  const printing = (printed: string | null): Look => ({
    ...NOTHING_THERE,
    link: (path) => (path === OWN ? "net:[5]" : null),
    text: async (argv) => (argv.join(" ") === `ip netns exec N readlink ${OWN}` ? printed : null),
  });

  test("who enters it says so", async () => {
    expect(await inodeOfNetwork(printing("net:[77]\n"), ["ip", "netns", "exec", "N"])).toBe("77");
  });

  test("the own one is where the link leads", async () => {
    expect(await inodeOfNetwork(printing(null), [])).toBe("5");
    expect(await inodeOfNetwork(NOTHING_THERE, [])).toBeNull();
  });

  test.each([null, "", "mnt:[77]", "net:[x]", "net:[7] and more"])("%j is no number", async (printed) => {
    expect(await inodeOfNetwork(printing(printed), ["ip", "netns", "exec", "N"])).toBeNull();
    expect(await networkBehind(printing(printed), ["ip", "netns", "exec", "N"])).toBeNull();
  });
});

test("a command runs behind what enters", async () => {
  const look: Look = { ...NOTHING_THERE, text: async (argv) => argv.join(" ") };
  expect(await textIn(look, ["ip", "netns", "exec", "N"], ["ip", "link"])).toBe("ip netns exec N ip link");
  expect(await textIn(look, [], ["ip", "link"])).toBe("ip link");
});
