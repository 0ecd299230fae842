/**
 * Which texts are addresses, asked of the real `ip` and the kernel in throw-away network namespaces.
 *
 * @module
 */
import { expect, test } from "bun:test";
import fc from "fast-check";

import { address, parseAddress } from "../../../lib/values/address/address.ts";
import { parseCidr } from "../../../lib/values/address/cidr.ts";
import { familyOf } from "../../../lib/values/address/family.ts";
import { reasonAgainstHost } from "../../../lib/values/address/host-address.ts";
import { printIpPrefix, readIpCidr, readIpPrefix } from "../../../lib/values/address/ip-notation.ts";
import { networkOf } from "../../../lib/values/address/subnet.ts";
import { namespacesFor } from "../../support/host/in-namespaces.ts";
import { refusalOf } from "../refusals.ts";
import { spelled } from "./spellings.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** Runs `ip …` for each text on a bridge of its own, and gives what is shown afterwards; `null` of what is refused */
async function shown(add: string, show: string, texts: readonly string[]): Promise<readonly (string | null)[]> {
  return inNamespaces(
    (add: string, show: string, texts: readonly string[]) => {
      const ip = (line: string, text: string) =>
        Bun.spawnSync(["ip", ...line.split(" ").map((word) => (word === "TEXT" ? text : word))]);
      ip("link add b0 type bridge", "");
      return texts.map((text) => {
        const family = text.includes(":") ? "-6" : "-4";
        ip(`${family} address flush dev b0`, "");
        ip(`${family} route flush table 7`, "");
        if (ip(`${family} ${add}`, text).exitCode !== 0) return null;
        const words = ip(`${family} -oneline ${show}`, "").stdout.toString().split(/\s+/);
        return (
          words[words.findIndex((word) => word === "inet" || word === "inet6" || word === "blackhole") + 1] ?? null
        );
      });
    },
    add,
    show,
    texts,
  );
}

const ODD = [
  ..."10.1.1.1 10.1.1.1/24 10.1.1.1/32 10.1.1.1/0x18 10.1.1.1/030 10.1.1.1/255.255.0.0 10.1.1.1/33 10.1.1.1/-1".split(
    " ",
  ),
  ..."10.1.1.1/255.0.255.0 10.1.1.1/ 10.1.1.1/24/24 10.1 10 1.2.3.4.5 10.1.1. 10..1.1 010.0.0.1 08.1.1.1 0x0a.0.0.9".split(
    " ",
  ),
  ..."10.1.1.256 10.1.1.1%eth0 localhost 10.65535 ١٠.1.1.1 fd00::1 fd00::1/64 FD00:0::1/64 fd00::1/128 fd00::/129".split(
    " ",
  ),
  ..."2001:db8::/129 2001:db8::1/064 fd00::1/0x40 fd00::1/ffff:: ::ffff:1.2.3.4 ::ffff:010.2.3.4 ::ffff:1.2.3 ::1.2.3.4".split(
    " ",
  ),
  ..."fe80::1%eth0 fe80::1%b0/64 1::2::3 1:2:3:4:5:6:7 1:2:3:4:5:6:7:8 1:2:3:4:5:6:7:: ::2:3:4:5:6:7:8 1:2:3:4::5:6:7:8".split(
    " ",
  ),
  ..."1:2:3:4:5:6:1.2.3.4 1:2:3:4:5:6:7:1.2.3.4 12345:: 00001::1 :1:2:3:4:5:6:7:8 1:2:3:4:5:6:7: ::: : g::1 [fd00::1] 1.2.3.4::".split(
    " ",
  ),
];

test("what ip takes for an address of a link, and which one it is, is what is read here", async () => {
  const read: readonly (string | null)[] = ODD.map((text) => readIpCidr(text));
  const seen = await shown("address add TEXT dev b0", "address show dev b0 scope global", ODD);
  expect(zip(ODD, seen)).toEqual(zip(ODD, read));
});

const NETWORKS = [
  ..."10/8 10.1/16 10.0.0.0/8 10.0.0.0/255.0.0.0 0/0 default any all 0.0.0.0/0 10.1.1.1 10.1.1.1/32 0x0a/8 012/8 default/8".split(
    " ",
  ),
  ..."fd00::/8 FD00:0::/8 fd00::1 fd00::1/128 ::/0 0::0/0 2001:db8::/129 1::2::/64 ::ffff:1.2.3.4/128 fe80::%eth0/64".split(
    " ",
  ),
];

test("what ip takes for a network, and how it prints it, is what is read and printed here", async () => {
  const printed = NETWORKS.map((text) => {
    const network = readIpPrefix(text, text.includes(":") ? "inet6" : "inet");
    return network === null ? null : printIpPrefix(network);
  });
  const seen = await shown("route add blackhole TEXT table 7", "route show table 7", NETWORKS);
  expect(zip(NETWORKS, seen)).toEqual(zip(NETWORKS, printed));
});

test("any spelling of an IPv6 address is to ip the one that it is here, in its canonical text", async () => {
  const texts = fc.sample(spelled, { numRuns: 60, seed: 3 }).map(({ text }) => `${text}/128`);
  const seen = await shown("route add blackhole TEXT table 7", "route show table 7", texts);
  expect(zip(texts, seen)).toEqual(
    zip(
      texts,
      texts.map((text) => printIpPrefix(networkOf(parseCidr(text)))),
    ),
  );
});

test("what is an address here is the same one to ip, which takes more for IPv4", async () => {
  const alone = ODD.filter((text) => !text.includes("/"));
  const seen = await shown("address add TEXT dev b0", "address show dev b0 scope global", alone);
  const others = alone.filter((text, at) => {
    const one = attempt(text);
    if (one === null) return seen[at] !== null;
    expect<string | null>(seen[at] ?? null).toBe(`${one}/${familyOf(one) === "inet" ? 32 : 128}`);
    return false;
  });
  expect(others).toEqual(["10.1", "10", "010.0.0.1", "0x0a.0.0.9"]);
});

test.each(["::", "::1", "ff02::5"])("the kernel lets no host have %s, and it is refused as one's", async (text) => {
  expect(reasonAgainstHost(parseAddress(text))).not.toBeNull();
  expect(await shown("address add TEXT dev b0", "address show dev b0", [text])).toEqual([null]);
});

function attempt(text: string) {
  try {
    return parseAddress(text);
  } catch {
    refusalOf(address, text);
    return null;
  }
}

function zip(
  texts: readonly string[],
  read: readonly (string | null)[],
): readonly (readonly [string, string | null])[] {
  return texts.map((text, at) => [text, read[at] ?? null]);
}
