/**
 * Makes the rich network in the namespaces that it is started in, removes entries by their words, and brings them back.
 *
 *   bun again-inside.ts
 */
import { mkdirSync, readlinkSync } from "node:fs";

import { mount } from "../../lib/netlink/mount.ts";
import { type SeenNetwork, seeNetwork } from "../../lib/netlink/see/network.ts";
import { addressName } from "../../lib/resources/address-words.ts";
import { ON_HOST } from "../../lib/resources/entering.ts";
import type { Entry, EntryList } from "../../lib/resources/entry.ts";
import { ENTRY } from "../../lib/resources/entry-restore.ts";
import type { EntryTouch } from "../../lib/resources/entry-touch.ts";
import type { Look } from "../../lib/resources/look.ts";
import { RICH } from "../netlink/see/rich-network.ts";
import { NOTHING_THERE } from "../support/kernel/seen-network.ts";

/** What the real `ip` complained of, and what there was before and afterwards */
export interface Again {
  readonly failed: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const NETWORK = "/proc/self/ns/net";
const LOOK: Look = { ...NOTHING_THERE, link: readlinkSync, see: seeNetwork };
/** Rules by which all is found that the others are for */
const OWN_RULE = /^pref (?:0|3276[67]) from all lookup/;

const failed: string[] = [];
mount("tmpfs", "/run");
mkdirSync("/run/netns");
for (const line of RICH) ip(line.split(" "));
console.log(
  JSON.stringify({
    "an IPv4 rule": await again(["-4", "rule"], [{ of: "rule", family: "inet" }]),
    "an IPv6 rule": await again(["-6", "rule"], [{ of: "rule", family: "inet6" }]),
    "a neighbour": await again(["neighbour"], neighbours()),
    "an IPv4 route": await again(["-4", "route"], routes("inet")),
    "an IPv6 route": await again(["-6", "route"], routes("inet6")),
    "an IPv4 address": await again(["address"], [{ of: "address", link: "w0" }], "inet"),
    "an IPv6 address": await again(["address"], [{ of: "address", link: "w0" }], "inet6"),
  } satisfies Record<string, Again>),
);

function ip(argv: readonly string[]): void {
  const { exitCode, stderr } = Bun.spawnSync(["ip", ...argv]);
  if (exitCode !== 0) failed.push(`${argv.join(" ")}: ${stderr.toString().trim()}`);
}

/** Of one family only, where a list has both */
async function again(object: readonly string[], lists: readonly EntryList[], family?: Entry["family"]): Promise<Again> {
  failed.length = 0;
  const touches = lists.map((which): EntryTouch => ({
    kind: "entry",
    effect: "may lose",
    by: "word",
    place: { enter: ON_HOST, netns: null },
    which,
    words: [],
    having: [],
    after: null,
  }));
  const see = () => Promise.all(touches.map((touch) => ENTRY.see(touch, LOOK, null)));
  const typed = async () => (await see()).flatMap(({ entries }) => entries.filter(isTyped).map(({ words }) => words));
  const isTyped = (one: Entry) =>
    one.isWhole && !one.isOfKernel && !OWN_RULE.test(one.words) && (family ?? one.family) === one.family;

  const [seen, before] = [await see(), await typed()];
  for (const words of before.toReversed()) ip([...object, "del", ...removing(object, words)]);
  for (const [at, touch] of touches.entries()) {
    const was = seen[at];
    if (was === undefined) continue;
    const now = await ENTRY.see(touch, LOOK, was);
    for (const { argv } of ENTRY.restore(touch, was, now)) ip(argv.slice(1).map(String));
  }
  return { failed: [...failed], before, after: await typed() };
}

function removing(object: readonly string[], words: string): readonly string[] {
  return object.includes("address") ? [...addressName(words).split(" "), "dev", "w0"] : words.split(" ");
}

function seen<T>(read: (network: SeenNetwork) => T): T {
  return seeNetwork(NETWORK, read);
}

function neighbours(): readonly EntryList[] {
  const given = seen((network) => network.neighbours()).filter(({ address }) => address?.startsWith("02:") === true);
  return given.map(({ destination }) => ({ of: "neighbour", address: destination }));
}

function routes(family: Entry["family"]): readonly EntryList[] {
  const destinations = seen((network) => network.routes(family)).map(({ destination }) => destination);
  return [...new Set(destinations)].map((to) => ({ of: "route", family, to }));
}
