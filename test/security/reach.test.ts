/**
 * How far a recipe reaches: what SECURITY.md says that hosts keep from it, and what they do not.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { ThrowAwayKind } from "../../lib/hosts/host-kind.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { emptyFolder, fileWith } from "../support/recipe-file.ts";
import { TestHost } from "../support/host/test-host.ts";
import { type User, everyUser } from "../support/machine/users.ts";
import { wirework } from "../support/wirework.ts";

const OWNERS = { root: 0, nobody: 65_534, self: process.geteuid?.() ?? 0 } as const;

/** A folder of the machine that hosts show, unlike `/tmp`, with a secret of the user's and a server's socket */
class ShownFolder implements Disposable {
  readonly path = mkdtempSync("/var/tmp/wirework-test-");
  readonly secret = join(this.path, "secret");
  readonly socket = join(this.path, "socket");
  readonly #server;

  constructor({ name }: User) {
    chmodSync(this.path, 0o755);
    writeFileSync(this.secret, "secret\n", { mode: 0o600 });
    chownSync(this.secret, OWNERS[name], OWNERS[name]);
    this.#server = Bun.listen({
      unix: this.socket,
      socket: { data: () => {}, open: (client) => void client.end("the machine\n") },
    });
    chmodSync(this.socket, 0o777);
  }

  [Symbol.dispose](): void {
    this.#server.stop(true);
    rmSync(this.path, { recursive: true });
  }
}

/** Prints what a server says */
const ASK = [
  "perl",
  "-e",
  'use IO::Socket::UNIX; my $s = IO::Socket::UNIX->new(Peer => shift) or die "$!\\n"; print <$s>',
];

/** Whether the host's root may read what only its user may */
type Secret = "secret" | "";

function testReach(user: User, kind: ThrowAwayKind, secret: Secret): void {
  let host: TestHost;
  let folder: ShownFolder;
  beforeAll(async () => {
    folder = new ShownFolder(user);
    host = await TestHost.open(user, kind);
  });
  afterAll(async () => {
    await host[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  test("no packet gets out", async () => {
    expect(await host.$`ip route show default`).toEqual({ status: 0, stdout: "", stderr: "" });
    expect((await host.$`ping -c 1 -W 1 192.0.2.1`).stderr).toContain("Network is unreachable");
  });

  test("no server of the machine's answers on a socket, which is to be seen", async () => {
    const outside = Bun.spawn([...ASK, folder.socket], { stdout: "pipe" });
    expect(await outside.stdout.text()).toBe("the machine\n");
    expect(await host.run([...ASK, folder.socket])).toMatchObject({ stdout: "", stderr: "Connection refused\n" });
  });

  test(`of the user's own secrets it reads ${secret === "" ? "none" : "all"}`, async () => {
    expect((await host.$`cat ${folder.secret}`).stdout.trim()).toBe(secret);
  });

  test("what is written there stays there", async () => {
    await host.$`touch ${folder.path}/new`;
    await host.$`rm -f ${folder.secret}`;
    expect(readdirSync(folder.path).toSorted()).toEqual(["secret", "socket"]);
  });

  test("the user's files in /tmp, and the machine's servers in /run, are not there", async () => {
    const hidden = emptyFolder();
    expect((await host.$`ls ${hidden}`).status).not.toBe(0);
    // The socket is that of its own Docker
    const ofItsOwn = ["docker.sock", "lock", "wirework-host"];
    const ofDockerd = kind === "docker" ? ["docker", "docker.pid"] : [];
    const { stdout } = await host.$`ls -A /run`;
    expect(stdout.trimEnd().split("\n").toSorted()).toEqual([...ofDockerd, ...ofItsOwn]);
  });
}

describe.each(everyUser)("of a sandbox of $name", (user) =>
  testReach(user, "sandbox", user.name === "root" ? "" : "secret"),
);

describeOnDocker("of a Docker host", () => {
  testReach({ name: "root", prefix: [] }, "docker", "secret");

  test("its root is the machine's", async () => {
    await using host = await TestHost.open({ name: "root", prefix: [] }, "docker");
    expect((await host.$`cat /proc/self/uid_map`).stdout).toMatch(/^ *0 +0 +4294967295\n$/);
  });
});

test.each(everyUser)("a recipe's file is a program, which $name loads outside of any host", async (user) => {
  const folder = emptyFolder();
  chmodSync(folder, 0o777);
  const file = fileWith(
    `import { writeFileSync } from "node:fs";
     import { recipe } from "wirework";
     try { writeFileSync("${folder}/loaded", ""); } catch {}
     export default recipe({ summary: "Load", options: {}, permissions: { run: [] }, async run() {} });`,
  );
  expect((await wirework(user, ["show", file])).status).toBe(0);
  expect(existsSync(join(folder, "loaded"))).toBe(true);
});

test("a program that is listed may do all that it can, in the host", async () => {
  const file = fileWith(
    `import { recipe } from "wirework";
     export default recipe({ summary: "Do", options: {}, permissions: { run: ["env"] }, async run({ $ }) {
       await $\`env touch /tmp/new\`;
       await $\`env ls /tmp/new\`;
     } });`,
  );
  expect((await wirework(everyUser[0] ?? { name: "self", prefix: [] }, ["run", file])).stdout).toContain(
    "\n/tmp/new\n",
  );
});
