/**
 * What a container's end takes back, line by line, and links that it goes with.
 */
import { beforeAll, describe, expect, test } from "bun:test";

import { namespacesFor } from "../../../../support/host/in-namespaces.ts";

const elsewhere = namespacesFor(import.meta.dir);

async function seenInCleanups() {
  const { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } = await import("node:fs");
  const { takeOwnRun, put, recordOf, endpointAt, idOf, DAEMON } = await import("./own-run.ts");
  const cleanup = await import("../../../../../lib/builtins/docker/engine/cleanup.ts");
  const links = await import("../../../../../lib/builtins/docker/engine/network/docker-links.ts");
  const { filesOf } = await import("../../../../../lib/builtins/docker/engine/store.ts");
  takeOwnRun();
  const files = filesOf(idOf("a"));
  mkdirSync(files.folder, { recursive: true });
  const written = (id = idOf("a")) => readFileSync(filesOf(id).cleanup, "utf8").replaceAll(files.folder, "FOLDER");

  const endpoint = endpointAt("172.17.0.2");
  const published = [{ exposed: { port: 80, protocol: "tcp" }, address: endpoint.gateway, hostPort: 80 }] as const;
  const begun = [null, endpoint, { ...endpoint, published }].map((place) => {
    cleanup.beginCleanup(files, place);
    return written();
  });
  const mode = statSync(files.cleanup).mode % 0o1000;

  writeFileSync(files.cleanup, "");
  cleanup.cleanUpRules(idOf("a"), ["FORWARD one", "FORWARD two"]);
  const rules = written();
  writeFileSync(files.cleanup, "");
  cleanup.cleanUpPortRules(idOf("a"), { nat: ["DOCKER one", "DOCKER two"], filter: ["FORWARD three", "FORWARD four"] });
  const portRules = written();
  writeFileSync(files.cleanup, "");
  cleanup.cleanUpLine(idOf("a"), "/run/it's", "172.17.0.2\tdb");
  const line = written();

  const hosts = "/run/hosts";
  const forgotten: string[] = [];
  for (const text of ["a\nb\na\nab\n", "ab\n", "a"]) {
    writeFileSync(hosts, text);
    const inode = statSync(hosts).ino;
    await cleanup.forgetLine(hosts, "a");
    forgotten.push(readFileSync(hosts, "utf8"), statSync(hosts).ino === inode ? "same" : "other");
  }

  // A start that was cut off leaves its list; without one nothing is done
  const cut = filesOf(idOf("b"));
  mkdirSync(cut.folder);
  cleanup.endCutOffStart(cut);
  const withoutList = existsSync(cut.exit);
  writeFileSync(cut.cleanup, `echo taken back >${cut.folder}/taken\n`);
  cleanup.endCutOffStart(cut);
  const cutOff = [readFileSync(cut.exit, "utf8"), readFileSync(`${cut.folder}/taken`, "utf8"), existsSync(cut.cleanup)];

  // Links between a client and servers, of which one each runs, has ended, is gone, and has no bridge to be on
  const child = Bun.spawn(["sleep", "600"]);
  const alive = { parent: process.pid };
  const exposed = [{ port: 80, protocol: "tcp" }] as const;
  const server = put(recordOf("d1", "db", { at: "172.17.0.3", settings: { hostname: "db-host", exposed } }), alive);
  put(recordOf("d2", "over", { at: "172.17.0.4" }), { exit: "0\n", parent: 1 });
  put(recordOf("d3", "unplugged", { at: null }), alive);
  put(recordOf("d4", "none", { at: null, settings: { network: "none" } }), alive);
  const linkTo = (digits: string, alias: string) => ({ server: idOf(digits), alias });
  const client = (...wanted: readonly (readonly [digits: string, alias: string])[]) =>
    recordOf("e1", "client", {
      at: "172.17.0.9",
      settings: { links: wanted.map(([digits, alias]) => linkTo(digits, alias)) },
    });
  const { outcome } = await import("./own-run.ts");
  const serversOf = (...wanted: readonly (readonly [string, string])[]) =>
    outcome(() => links.linkedServers(client(...wanted)).map(links.hostsLine));
  const servers = [
    await serversOf(["d1", "x"], ["d1", "db"]),
    await serversOf(["d3", "x"]),
    await serversOf(["d1", "x"], ["d2", "y"]),
    await serversOf(["d4", "y"]),
    await serversOf(["ff", "y"]),
  ];
  const running = links
    .runningServers(client(["d2", "y"], ["d1", "x"], ["d3", "z"], ["ff", "w"]))
    .map(({ alias, endpoint: { address } }) => `${alias} ${address}`);

  // A server that starts again is given back to its clients that run, and to no others
  const wired = { record: server, endpoint: endpointAt("172.17.0.3") };
  const clients = [
    put(client(["d1", "one"], ["d2", "two"], ["d1", "three"]), alive),
    put(recordOf("e2", "ended", { at: "172.17.0.8", settings: { links: [linkTo("d1", "x")] } }), {
      exit: "1\n",
      parent: 1,
    }),
    put(recordOf("e3", "stranger", { at: "172.17.0.7" }), alive),
  ].map(({ id }) => filesOf(id).hosts);
  for (const file of clients) writeFileSync(file, "first\n");
  writeFileSync(filesOf(server.id).cleanup, "");
  links.linkClients(DAEMON, wired);
  const [given = ""] = clients;
  const relinked = {
    hosts: clients.map((file) => readFileSync(file, "utf8")),
    cleanup: written(server.id).replaceAll(given, "HOSTS"),
    clients: clients.map((file) => existsSync(file.replace(/hosts$/, "cleanup"))),
  };
  appendFileSync(given, "last\n");
  const [linked] = links.runningServers(client(["d1", "three"]));
  if (linked !== undefined) await links.closeLink(DAEMON, { record: client(), endpoint }, linked);
  const closed = readFileSync(given, "utf8");
  child.kill();
  return { begun, mode, rules, portRules, line, forgotten, withoutList, cutOff, servers, running, relinked, closed };
}

let seen: Awaited<ReturnType<typeof seenInCleanups>>;
beforeAll(async () => void (seen = await elsewhere(seenInCleanups)));

describe("a container's list", () => {
  test("begins with its cable, and with its proxy's end where it has ports", () => {
    const cable = "ip link del dev vethAQI2QT\n";
    expect(seen.begun).toEqual(["", cable, `${cable}flock --timeout 5 'FOLDER/proxy' true\n`]);
    expect(seen.mode).toBe(0o600);
  });

  test("takes rules out from the top, and those of nat from their top", () => {
    expect(seen.rules).toBe("delete_rules <<'END'\n*filter\n-D FORWARD two\n-D FORWARD one\nCOMMIT\nEND\n");
    expect(seen.portRules).toBe(
      "delete_rules <<'END'\n*filter\n-D FORWARD four\n-D FORWARD three\nCOMMIT\nEND\n" +
        "delete_rules <<'END'\n*nat\n-D DOCKER one\n-D DOCKER two\nCOMMIT\nEND\n",
    );
  });

  test("takes a line out of a file, whatever quotes its name has", () => {
    expect(seen.line).toBe("forget_line '/run/it'\\''s' '172.17.0.2\tdb'\n");
  });

  test("is done for a start that was cut off, which ends as Docker's lost ones, and not without a list", () => {
    expect(seen.withoutList).toBeFalse();
    expect(seen.cutOff).toEqual(["255\n", "taken back\n", false]);
  });
});

test("a line is taken out once, where it is the whole line, and the file stays the same", () => {
  expect(seen.forgotten).toEqual(["b\na\nab\n", "same", "ab\n", "same", "", "same"]);
});

describe("a link", () => {
  test("is to a server that runs, or that has no bridge to be on", () => {
    const refused = (server: string) => ({
      error: "DaemonFailure",
      message: `Error response from daemon: Cannot link to a non running container: /${server} AS /client/y`,
    });
    expect(seen.servers).toEqual([
      ["172.17.0.3\tx db-host db", "172.17.0.3\tdb db-host"],
      [],
      refused("over"),
      refused("none"),
      refused("ff".padEnd(64, "0")),
    ]);
    expect(seen.running).toEqual(["x 172.17.0.3"]);
  });

  test("comes back with its server to the clients that run, each by its names", () => {
    const [one, three] = ["172.17.0.3\tone db-host db", "172.17.0.3\tthree db-host db"];
    expect(seen.relinked).toEqual({
      hosts: [`first\n${one}\n${three}\n`, "first\n", "first\n"],
      cleanup: `forget_line 'HOSTS' '${one}'\nforget_line 'HOSTS' '${three}'\n`,
      clients: [false, false, false],
    });
  });

  test("that is closed leaves the other names", () => {
    expect(seen.closed).toBe("first\n172.17.0.3\tone db-host db\nlast\n");
  });
});
