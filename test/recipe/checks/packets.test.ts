/**
 * Real packets between two containers on one cable, and what is no proof.
 */
import { expect, test } from "bun:test";
import { join } from "node:path";

import { UNSHARE } from "../../support/host/in-namespaces.ts";
import { BYTES_WENT } from "../../support/messages.ts";
import { naming } from "../../support/naming.ts";
import type { ASKED } from "./on-a-cable.ts";

const ON_A_CABLE = join(import.meta.dir, "on-a-cable.ts");

function asked(what: keyof typeof ASKED, lines: string): unknown {
  const { stdout, stderr } = Bun.spawnSync([...UNSHARE, process.execPath, "--no-env-file", ON_A_CABLE, what, lines]);
  return JSON.parse(stdout.toString() || JSON.stringify(stderr.toString()));
}

const NOTHING = { is: "nothing" };
const ANSWERED = { is: { answered: true, seen: naming("10.1.1.2") } };
const CONNECTED = { is: { connected: true, seen: naming("10.1.1.1") } };
const NOT_CONNECTED = { is: { connected: false, seen: expect.anything() } };
const DOWN = "two ip link set lo down; two ip address flush dev B";
const TO_80 = "two iptables -t nat -A PREROUTING -p tcp --dport 8080 -j REDIRECT --to-ports 80";
const SILENT = "two iptables -A INPUT -j DROP";
const REFUSING = "two iptables -A INPUT -p tcp --dport 80 -j REJECT --reject-with tcp-reset";

test.each<readonly [what: keyof typeof ASKED, lines: string, is: unknown]>([
  ["ping", "", ANSWERED],
  ["ping", SILENT, { is: { answered: false, seen: expect.anything() } }],
  ["ping nobody", "", { is: { answered: false, seen: expect.anything() } }],
  ["ping ten times", "", { is: true }],
  ["ping ten times", "one ip address add 10.1.1.2/32 dev lo", { error: naming("two", "one", "one", "10.1.1.2") }],
  ["ping itself ten times", "", { error: naming("10.1.1.1", "one", "one", "10.1.1.1") }],
  ["ping nobody ten times", "", { is: false }],
  ["alive, two", "", NOTHING],
  ["alive, two", DOWN, { error: naming("two") }],
  ["other, one and two", "", NOTHING],
  ["other, one and one", "", NOTHING],
  ["other, one and its address", "", { error: naming("10.1.1.1", "one", "one", "10.1.1.1") }],
  ["other, one and its loopback", "", NOTHING],
  ["other, host and its loopback", "", NOTHING],
  ["exchange", "", CONNECTED],
  ["exchange by a published port", TO_80, CONNECTED],
  ["exchange by a published port", "", NOT_CONNECTED],
  ["exchange with nobody", "", NOT_CONNECTED],
  ["exchange datagrams", "", CONNECTED],
  ["exchange datagrams by a published port", TO_80.replace("tcp", "udp"), CONNECTED],
  ["exchange datagrams by a published port", "", NOT_CONNECTED],
  ["serves", "", NOTHING],
  ["serves", REFUSING, { error: naming("two", 80, "two") }],
  ["serves", DOWN, { error: naming("two", 80, "two") }],
  ["serves behind a published port", "two ip address flush dev B", NOTHING],
  ["serves behind a published port", REFUSING, { error: naming("10.1.1.9", 8080, "two") }],
  ["exchange by a socket", "", { is: { connected: true, seen: expect.stringContaining(BYTES_WENT) as string } }],
  ["exchange by another's socket", "", NOT_CONNECTED],
  ["serves by a socket", "", NOTHING],
])("%s, %s: %j", (what, lines, is) => {
  expect(asked(what, lines)).toEqual(is);
});
