/**
 * Connections that the userland proxy passes on.
 */
import { beforeAll, expect, test } from "bun:test";

import { namespacesFor } from "../../../../support/host/in-namespaces.ts";

const elsewhere = namespacesFor(import.meta.dir);

async function seenByTcp(): Promise<Seen> {
  const { once } = await import("node:events");
  const { connect, createServer } = await import("node:net");
  const { bringLoopbackUp } = await import("../../../../../lib/netlink/loopback.ts");
  const { forwardTcp } = await import("../../../../../lib/builtins/docker/engine/ports/forward-tcp.ts");
  bringLoopbackUp();
  const forward = (address: string, port: number, to: number) =>
    forwardTcp({ address } as Parameters<typeof forwardTcp>[0], port, {
      address: "127.0.0.3" as Parameters<typeof forwardTcp>[2]["address"],
      port: to,
    });
  const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? "";

  // Answers when its client has said all, which closes that direction only
  let closed = Promise.withResolvers<string>();
  const heard = Promise.withResolvers<void>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    let said = "";
    socket.on("data", (chunk) => {
      said += chunk.toString();
      if (said === "part") heard.resolve();
    });
    socket.on("end", () => socket.end(`heard ${said.length} ${said.slice(0, 5)}`));
    socket.on("error", () => {});
    socket.on("close", () => closed.resolve(said));
  });
  server.listen({ port: 81, host: "127.0.0.3" });
  await once(server, "listening");
  // Says all that it has to say, and listens on
  const heardLate = Promise.withResolvers<string>();
  const quick = createServer({ allowHalfOpen: true }, (socket) => {
    let said = "";
    socket.on("data", (chunk) => void (said += chunk.toString()));
    socket.on("close", () => heardLate.resolve(said));
    socket.end("all");
  });
  quick.listen({ port: 82, host: "127.0.0.3" });
  await once(quick, "listening");
  await forward("127.0.0.2", 70, 82);
  await forward("127.0.0.2", 80, 81);
  await forward("127.0.0.2", 90, 91);

  /** What comes back until the end of it */
  async function ask(port: number, said: string): Promise<string> {
    const { promise, resolve } = Promise.withResolvers<string>();
    let answer = "";
    const socket = connect({ host: "127.0.0.2", port, allowHalfOpen: true });
    socket.on("data", (chunk) => void (answer += chunk.toString()));
    socket.on("error", () => {});
    socket.on("close", () => resolve(answer));
    socket.on("end", () => socket.destroy());
    socket.end(said);
    return promise;
  }
  const answers = await Promise.all([ask(80, "hello"), ask(80, "x".repeat(1_000_000))]);
  const nobody = await ask(90, "hello");

  const slow = connect({ host: "127.0.0.2", port: 70, allowHalfOpen: true });
  slow.resume();
  await once(slow, "end");
  slow.end("late");
  const late = await heardLate.promise;

  closed = Promise.withResolvers();
  const rude = connect({ host: "127.0.0.2", port: 80 });
  await once(rude, "connect");
  rude.write("part");
  await heard.promise;
  rude.resetAndDestroy();
  const heardOfRude = await closed.promise;

  const other = connect({ host: "127.0.0.1", port: 80 });
  const refused = await new Promise<string>((resolve) => other.on("error", (error) => resolve(codeOf(error))));
  const failures = [await forward("127.0.0.2", 80, 81).catch(codeOf), await forward("192.0.2.1", 80, 81).catch(codeOf)];
  console.log(JSON.stringify({ answers, nobody, late, heardOfRude, refused, failures }));
  // What listens has no end of its own
  process.exit(0);
}

interface Seen {
  readonly answers: readonly string[];
  readonly nobody: string;
  readonly late: string;
  readonly heardOfRude: string;
  readonly refused: string;
  readonly failures: readonly string[];
}

let seen: Seen;
beforeAll(async () => void (seen = await elsewhere(seenByTcp)));

test("a client's words go there, and the answer comes back after them", () => {
  expect(seen.answers).toEqual(["heard 5 hello", "heard 1000000 xxxxx"]);
});

test("a client whose container does not listen is told the end", () => {
  expect(seen.nobody).toBe("");
});

test("a container that has said all hears what its client says after that", () => {
  expect(seen.late).toBe("late");
});

test("a container hears of a client that breaks off", () => {
  expect(seen.heardOfRude).toBe("part");
});

test("it listens at its address only, and says why it can't", () => {
  expect(seen.refused).toBe("ECONNREFUSED");
  expect(seen.failures).toEqual(["EADDRINUSE", "EADDRNOTAVAIL"]);
});
