import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

test("bytes go both ways at an abstract socket, and in another network nobody has that name", async () => {
  const seen = await inNamespaces(async () => {
    const { openSync } = await import("node:fs");
    const { connectUnix, listenUnix } = await import("../../../lib/netlink/socket/unix.ts");
    const { parseSocketName } = await import("../../../lib/values/name/socket-name.ts");
    const other = Bun.spawn(["unshare", "--net", "sh", "-c", "echo; exec sleep 600"], { stdout: "pipe" });
    await other.stdout.getReader().read();
    const name = parseSocketName("@/com/ubuntu/upstart");
    const [home, there] = [openSync("/proc/self/ns/net", "r"), openSync(`/proc/${other.pid}/ns/net`, "r")];
    using listener = listenUnix(there, name);
    const fromHome = connectUnix(home, name);
    const client = connectUnix(there, name);
    const server = await listener.accept(5000);
    other.kill();
    if (typeof client === "string" || server === null) return { client };
    client.send(Buffer.from("question"));
    const question = Buffer.from(await server.receive(5000)).toString();
    server.send(Buffer.from("answer"));
    const answer = Buffer.from(await client.receive(5000)).toString();
    return { fromHome, question, answer };
  });
  expect<unknown>(seen).toEqual({ fromHome: "ECONNREFUSED", question: "question", answer: "answer" });
});

test("a name is the kernel's own, as long as it is, and free again afterwards", async () => {
  const seen = await inNamespaces(async () => {
    const { openSync, readFileSync, readdirSync } = await import("node:fs");
    const { listenUnix } = await import("../../../lib/netlink/socket/unix.ts");
    const { parseSocketName } = await import("../../../lib/values/name/socket-name.ts");
    const here = openSync("/proc/self/ns/net", "r");
    const name = parseSocketName("@name");
    const first = listenUnix(here, name);
    const listed = / (@\S+)$/m.exec(readFileSync("/proc/self/net/unix", "latin1"))?.[1];
    const before = readdirSync("/proc/self/fd").length;
    let message = "";
    try {
      listenUnix(here, name);
    } catch (error) {
      message = (error as Error).message;
    }
    const left = readdirSync("/proc/self/fd").length - before;
    first[Symbol.dispose]();
    listenUnix(here, name)[Symbol.dispose]();
    return { listed, message, left };
  });
  expect<unknown>(seen).toEqual({ listed: "@name", message: "Cannot bind @name: EADDRINUSE", left: 0 });
});

test("nobody comes, and nobody is waited for longer than asked", async () => {
  const accepted = await inNamespaces(async () => {
    const { openSync } = await import("node:fs");
    const { listenUnix } = await import("../../../lib/netlink/socket/unix.ts");
    const { parseSocketName } = await import("../../../lib/values/name/socket-name.ts");
    using listener = listenUnix(openSync("/proc/self/ns/net", "r"), parseSocketName("@name"));
    return await listener.accept(10);
  });
  expect(accepted).toBeNull();
});
