/**
 * Datagrams that the userland proxy passes on, and clients that it remembers.
 */
import { beforeAll, expect, test } from "bun:test";

import { namespacesFor } from "../../../../support/host/in-namespaces.ts";

const elsewhere = namespacesFor(import.meta.dir);

async function seenByUdp(): Promise<Seen> {
  const { once } = await import("node:events");
  const { createSocket } = await import("node:dgram");
  const { bringLoopbackUp } = await import("../../../../../lib/netlink/loopback.ts");
  const { forwardUdp } = await import("../../../../../lib/builtins/docker/engine/ports/forward-udp.ts");
  bringLoopbackUp();
  /** Clients' timers, which run out when the test says so */
  const timers: { forget: () => void; after: number; refreshed: number }[] = [];
  const realTimeout = globalThis.setTimeout;
  const setTimeout = (forget: () => void, after: number) => {
    const timer = { forget, after, refreshed: 0, refresh: () => void timer.refreshed++ };
    timers.push(timer);
    return timer;
  };
  type Forward = Parameters<typeof forwardUdp>;
  const forward = (address: string, port: number, to: number) =>
    forwardUdp({ address } as Forward[0], port, { address: "127.0.0.1", port: to } as Forward[2]);

  const server = createSocket("udp4");
  server.on("message", (said, peer) => server.send(`${peer.port} ${said.toString()}`, peer.port, peer.address));
  server.bind({ port: 54, address: "127.0.0.1" });
  await once(server, "listening");
  await forward("127.0.0.2", 53, 54);

  const newClient = async () => {
    const client = createSocket("udp4");
    client.bind({ port: 0, address: "127.0.0.1" });
    await once(client, "listening");
    return async (said: string) => {
      const answered = once(client, "message");
      client.send(said, 53, "127.0.0.2");
      const [answer, from] = (await answered) as [Buffer, { address: string; port: number }];
      const [port = "", word = ""] = answer.toString().split(" ");
      return { port, word, from: `${from.address}:${from.port}` };
    };
  };
  Object.assign(globalThis, { setTimeout });
  const [one, two] = [await newClient(), await newClient()];
  const answers = [await one("a"), await two("b"), await one("c")];
  const remembered = timers.map(({ after, refreshed }) => ({ after, refreshed }));
  timers[0]?.forget();
  const again = await one("d");
  const clients = timers.length;
  Object.assign(globalThis, { setTimeout: realTimeout });
  const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? "";
  const failures = [await forward("127.0.0.2", 53, 54).catch(codeOf), await forward("192.0.2.1", 53, 54).catch(codeOf)];
  console.log(JSON.stringify({ answers, remembered, again, clients, failures }));
  // What listens has no end of its own
  process.exit(0);
}

interface Answer {
  readonly port: string;
  readonly word: string;
  readonly from: string;
}

interface Seen {
  readonly answers: readonly [Answer, Answer, Answer];
  readonly remembered: readonly unknown[];
  readonly again: Answer;
  readonly clients: number;
  readonly failures: readonly string[];
}

let seen: Seen;
beforeAll(async () => void (seen = await elsewhere(seenByUdp)));

test("each client gets the answers to its own, from where it asked", () => {
  expect(seen.answers.map(({ word, from }) => [word, from])).toEqual([
    ["a", "127.0.0.2:53"],
    ["b", "127.0.0.2:53"],
    ["c", "127.0.0.2:53"],
  ]);
});

test("a client is one socket to the container, as long as it is remembered", () => {
  const [first, other, second] = seen.answers.map(({ port }) => port);
  expect(second).toBe(first ?? "");
  expect(other).not.toBe(first ?? "");
  expect(seen.again.word).toBe("d");
  expect(seen.clients).toBe(3);
});

test("it is forgotten after docker-proxy's 90 seconds without a datagram either way", () => {
  expect(seen.remembered).toEqual([
    { after: 90_000, refreshed: 4 },
    { after: 90_000, refreshed: 2 },
  ]);
});

test("it says why it can't listen", () => {
  expect(seen.failures).toEqual(["EADDRINUSE", "EADDRNOTAVAIL"]);
});
