/**
 * What a host and its containers are like, as one document that can be compared with another host's.
 */
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from "node:fs";

import { connectTcp } from "../../lib/netlink/socket/tcp.ts";
import { ping } from "../../lib/recipe/checks/ping.ts";
import { exchange } from "../../lib/recipe/checks/tcp.ts";
import type { Performer } from "../../lib/shell/template/session-line.ts";
import type { Ipv4 } from "../../lib/values/address/ipv4.ts";
import { parsePort } from "../../lib/values/port.ts";

/** A network of the host, by what the document calls it: `host`, or a container's place among all, oldest first */
interface Place {
  readonly name: string;
  /** Its first process, or our own */
  readonly pid: number;
}

/** What `ip -json` prints, of which the values are compared as they are */
export type Document = Readonly<Record<string, unknown>>;

/** A host and its containers */
export interface Look {
  readonly links: Readonly<Record<string, readonly Document[]>>;
  readonly routes: Readonly<Record<string, readonly Document[]>>;
  readonly files: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What comes of a ping, and of a connection to an open and to a closed port: `1 -> host 172.17.0.1` */
  readonly reach: Readonly<Record<string, string>>;
}

const OPEN = parsePort("80");
const CLOSED = parsePort("81");
const MILLISECONDS = 400;

const FILES = ["hosts", "hostname", "resolv.conf"] as const;

/** Looks at everything */
export async function look(performer: Performer): Promise<Look> {
  await settled();
  const places = [{ name: "host", pid: process.pid }, ...(await containers(performer))];
  return {
    links: await each(places, (place) => inside(place, "ip -json -details address show")),
    routes: await each(places, (place) => inside(place, "ip -json route show")),
    files: await each(places.slice(1), async ({ pid }) =>
      Object.fromEntries(FILES.map((file) => [file, readFileSync(`/proc/${pid}/root/etc/${file}`, "utf8")])),
    ),
    reach: await reach(places),
  };
}

/** Longer than the kernel takes to tell what has become of a link: a second at most, linkwatch in net/core/link_watch.c */
const TOLD_WITHIN = 5000;

/** Waits until each bridge that is up says of itself whether it has a carrier, as it is only told some time after */
async function settled(): Promise<void> {
  const bridges = readdirSync("/sys/class/net").filter((name) => existsSync(`/sys/class/net/${name}/bridge`));
  for (const deadline = performance.now() + TOLD_WITHIN; !bridges.every(isSettled); await Bun.sleep(10)) {
    if (performance.now() > deadline) throw new Error(`Cannot look: ${bridges.join(", ")} do not come to rest`);
  }
}

function isSettled(bridge: string): boolean {
  const fileOf = (name: string) => readFileSync(`/sys/class/net/${bridge}/${name}`, "utf8").trim();
  const isUp = (Number(fileOf("flags")) & UP) !== 0;
  return !isUp || (fileOf("carrier") === "1") === (fileOf("operstate") === "up");
}

/** IFF_UP, linux/if.h */
const UP = 1;

async function containers(performer: Performer): Promise<readonly Place[]> {
  const ids = (await ask(performer, "docker ps --quiet --no-trunc")).split("\n").filter((id) => id !== "");
  const named = ids.toReversed().map((id, index) => ({ name: `${index + 1}`, id }));
  return Promise.all(
    named.map(async ({ name, id }) => ({
      name,
      pid: Number(await ask(performer, `docker inspect --format {{.State.Pid}} ${id}`)),
    })),
  );
}

async function each<T>(places: readonly Place[], look: (place: Place) => Promise<T>): Promise<Record<string, T>> {
  return Object.fromEntries(await Promise.all(places.map(async (place) => [place.name, await look(place)] as const)));
}

async function inside({ pid }: Place, line: string): Promise<readonly Document[]> {
  return JSON.parse(await run(pid, line)) as readonly Document[]; // iproute2's format
}

/** Runs a program of the host in a process's network */
function run(pid: number, line: string): Promise<string> {
  return Bun.spawn(["nsenter", `--net=/proc/${pid}/ns/net`, "--", ...line.split(" ")]).stdout.text();
}

/** From each place to each address of each place; all at once, as most of it is waiting */
async function reach(places: readonly Place[]): Promise<Record<string, string>> {
  // A bridge made by hand has the lowest address of its ports: when that one leaves, neighbours know another for a while
  await each(places, ({ pid }) => run(pid, "ip neigh flush all"));
  const addresses = await each(places, addressesOf);
  const pairs = places.flatMap((from) =>
    places.flatMap((to) => (addresses[to.name] ?? []).map((address) => ({ from, to, address }))),
  );
  const found: Record<string, string> = {};
  // One server at a time has the port
  for (const to of places) {
    const here = pairs.filter((pair) => pair.to === to);
    for (const { from, address } of here)
      found[`${from.name} -> ${to.name} ${address}`] = await tryAll(from, to, address);
  }
  return found;
}

async function tryAll(from: Place, to: Place, address: Ipv4): Promise<string> {
  const client = openSync(`/proc/${from.pid}/ns/net`, "r");
  const server = openSync(`/proc/${to.pid}/ns/net`, "r");
  try {
    const pinged = await ping(client, address, MILLISECONDS / 1000);
    const open = await exchange(client, server, address, { outside: OPEN, inside: OPEN }, "itself", MILLISECONDS);
    const closed = await connectTcp(client, address, CLOSED, MILLISECONDS);
    if (typeof closed !== "string") throw new Error(`Port ${CLOSED} of ${to.name} is open`);
    const answer = pinged.answered ? "answers" : pinged.seen.replace(/^From \S+ /, "");
    return `ping ${answer}; open ${open.connected ? "connects" : open.seen}; closed ${closed}`;
  } finally {
    closeSync(client);
    closeSync(server);
  }
}

async function addressesOf(place: Place): Promise<readonly Ipv4[]> {
  const links = (await inside(place, "ip -json -4 address show scope global")) as readonly {
    readonly addr_info?: readonly { readonly local: Ipv4 }[];
  }[];
  return links.flatMap(({ addr_info = [] }) => addr_info.map(({ local }) => local));
}

async function ask(performer: Performer, line: string): Promise<string> {
  const printed: Uint8Array[] = [];
  const output = (chunk: Uint8Array) => void printed.push(chunk);
  const status = await performer.run(line.split(" "), { input: null, window: null, output, errors: output });
  const text = Buffer.concat(printed).toString().trim();
  if (status !== 0) throw new Error(`\`${line}\` ended with ${status}: ${text}`);
  return text;
}
