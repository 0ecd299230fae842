/**
 * Builds a star with lib/netlink in one process: the driver of {@linkcode WIREWORK}.
 *
 * Each container is a named network namespace, and both ends of its cable are created where they belong. It
 * speaks the protocol of ../star/driver.ts with blocking calls: Bun's streams take as long as a container.
 *
 * @module
 */
import { readSync, writeSync } from "node:fs";

import { addAddress } from "../../../lib/netlink/addresses/add-address.ts";
import { addBridge } from "../../../lib/netlink/links/add-bridge.ts";
import { addVeth } from "../../../lib/netlink/links/add-veth.ts";
import { deleteLink } from "../../../lib/netlink/links/delete-link.ts";
import { linkIndex } from "../../../lib/netlink/links/find-link.ts";
import { setLink } from "../../../lib/netlink/links/set-link.ts";
import { addEntries } from "../../../lib/netlink/netns/add-entry.ts";
import { deleteEntry } from "../../../lib/netlink/netns/delete-entry.ts";
import { entryFile } from "../../../lib/netlink/netns/netns-folder.ts";
import { openNetworkNamed } from "../../../lib/netlink/netns/open-network.ts";
import { changeAll } from "../../../lib/netlink/rtnetlink/all-or-nothing.ts";
import { RouteSocket } from "../../../lib/netlink/rtnetlink/route-socket.ts";
import { parseIpv4Cidr } from "../../../lib/values/address/ipv4-cidr.ts";
import { hostAt } from "../../../lib/values/address/subnet-hosts.ts";

const BRIDGE = "star";
const SUBNET = parseIpv4Cidr("10.7.0.0/16");
/** The number of containers made at once, and so of namespaces open at a time */
const AT_ONCE = 64;

const host = RouteSocket.open();
let count = 0;

const COMMANDS: Readonly<Record<string, (many: number) => void>> = { up, attach: () => add(1), down, where };

say("done");
for (const line of linesOfInput()) {
  const [command = "", many] = line.split(" ");
  COMMANDS[command]?.(Number(many));
  say("done");
}

function up(many: number): void {
  host.run(addBridge({ name: BRIDGE, state: "up" }));
  for (let left = many; left > 0; left -= AT_ONCE) add(Math.min(left, AT_ONCE));
}

/** Adds containers: all cables in one batch, and the changes within each namespace in another */
function add(many: number): void {
  using opened = new DisposableStack();
  const numbers = Array.from({ length: many }, (_, at) => count + at + 1);
  addEntries(numbers.map(nameOf));
  const networks = numbers.map((n) => opened.use(openNetworkNamed(nameOf(n))));
  const master = linkIndex(host, BRIDGE);
  changeAll(
    host,
    networks.map(({ fd }, at) => ({
      line: `ip link add v${count + at + 1} up master ${BRIDGE} type veth peer name eth0 netns ${nameOf(count + at + 1)}`,
      request: addVeth({ name: `v${count + at + 1}`, master, state: "up" }, { name: "eth0", netns: fd }),
      // It ends with the namespace
      inverse: null,
    })),
  );
  for (const [at, { fd }] of networks.entries()) furnish(fd, count + at + 1);
  count += many;
}

function furnish(network: number, n: number): void {
  using inside = RouteSocket.openIn(network);
  const index = linkIndex(inside, "eth0");
  const address = parseIpv4Cidr(`${hostAt(SUBNET, n)}/16`);
  changeAll(inside, [
    { line: "ip link set eth0 up", request: setLink(index, { state: "up" }), inverse: null },
    { line: `ip addr add ${address} dev eth0`, request: addAddress({ index, address }), inverse: null },
  ]);
}

/** Deletes everything; the cables go with their namespaces */
function down(): void {
  for (; count > 0; count -= 1) deleteEntry(nameOf(count));
  host.run(deleteLink(linkIndex(host, BRIDGE)));
}

function where(): void {
  say([BRIDGE, ...Array.from({ length: count }, (_, at) => entryFile(nameOf(at + 1)))].join(" "));
}

function nameOf(n: number): string {
  return `c${n}`;
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

function* linesOfInput(): Generator<string> {
  const chunk = Buffer.alloc(256);
  for (let text = ""; ;) {
    const end = text.indexOf("\n");
    if (end >= 0) {
      yield text.slice(0, end);
      text = text.slice(end + 1);
      continue;
    }
    const length = readSync(0, chunk);
    if (length === 0) return;
    text += chunk.toString("utf8", 0, length);
  }
}
