/**
 * Root's closed files, as the sandbox gets to see them. The machine is a tmpfs in namespaces of the test.
 */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** Makes files, stages some of them, and lists what others can then read there: `/path MODE content` */
function staged(prepare: string, kept: readonly string[], shown: readonly string[]): Promise<readonly string[]> {
  return inNamespaces(
    async (prepare, kept, shown) => {
      const { readdirSync, readFileSync, statSync } = await import("node:fs");
      const { stage } = await import("../../../lib/hosts/sandbox/stage.ts");
      const { mount } = await import("../../../lib/netlink/mount.ts");
      mount("tmpfs", "/srv", "mode=755");
      const { success, stderr } = Bun.spawnSync(["sh", "-e", "-c", prepare], { cwd: "/srv" });
      if (!success) throw new Error(stderr.toString());
      const describe = (path: string) => {
        try {
          const status = statSync(path);
          const content = status.isDirectory() ? readdirSync(path).toSorted().join(" ") : readFileSync(path, "utf8");
          return `${path} ${(status.mode & 0o777).toString(8)} ${content}`.trim();
        } catch (error) {
          return `${path} ${(error as NodeJS.ErrnoException).code}`;
        }
      };
      const before = shown.map(describe);
      const inside = stage(kept, "unused ids", () => shown.map(describe));
      const after = shown.map(describe);
      if (after.join("\n") !== before.join("\n")) throw new Error(`It is another now: ${after.join("\n")}`);
      return inside;
    },
    prepare,
    kept,
    shown,
  );
}

test("what everybody can read is left alone", async () => {
  const seen = await staged("mkdir project; echo x >project/file", ["/srv/project"], ["/srv", "/srv/project/file"]);
  expect(seen).toEqual(["/srv 755 project", "/srv/project/file 644 x"]);
});

test("a folder that is closed is covered with an open one, in which nothing else is", async () => {
  const seen = await staged(
    "mkdir -m 700 closed; mkdir closed/project; echo x >closed/project/file; echo secret >closed/secret",
    ["/srv/closed/project"],
    ["/srv/closed", "/srv/closed/project/file", "/srv/closed/secret"],
  );
  expect(seen).toEqual(["/srv/closed 755 project", "/srv/closed/project/file 644 x", "/srv/closed/secret ENOENT"]);
});

test("a clone made under umask 077 is copied, with nothing that its program has no use for", async () => {
  const seen = await staged(
    `umask 077; mkdir -p p/lib p/.git p/test p/node_modules/zx p/node_modules/other p/recipes
     echo x >p/lib/file; ln -s file p/lib/link; mkfifo p/lib/fifo; echo z >p/node_modules/zx/file`,
    ["/srv/p"],
    [
      "/srv/p",
      "/srv/p/lib",
      "/srv/p/lib/file",
      "/srv/p/lib/link",
      "/srv/p/node_modules",
      "/srv/p/node_modules/zx/file",
    ],
  );
  expect(seen).toEqual([
    "/srv/p 755 lib node_modules recipes",
    "/srv/p/lib 755 file link",
    "/srv/p/lib/file 755 x",
    "/srv/p/lib/link 755 x",
    "/srv/p/node_modules 755 zx",
    "/srv/p/node_modules/zx/file 755 z",
  ]);
});

test("a file that is closed is replaced by a copy, and its neighbours stay", async () => {
  const seen = await staged(
    "mkdir bin; echo bun >bin/bun; chmod 700 bin/bun; echo other >bin/other",
    ["/srv/bin/bun"],
    ["/srv/bin", "/srv/bin/bun", "/srv/bin/other"],
  );
  expect(seen).toEqual(["/srv/bin 755 bun other", "/srv/bin/bun 755 bun", "/srv/bin/other 644 other"]);
});

test("a closed file in an open folder that comes along is replaced as well", async () => {
  const seen = await staged(
    "mkdir -m 700 home; mkdir home/labs; echo x >home/labs/my.ts; chmod 600 home/labs/my.ts; echo y >home/labs/other.ts",
    ["/srv/home/labs", "/srv/home/labs/my.ts"],
    ["/srv/home", "/srv/home/labs", "/srv/home/labs/my.ts", "/srv/home/labs/other.ts"],
  );
  expect(seen).toEqual([
    "/srv/home 755 labs",
    "/srv/home/labs 755 my.ts other.ts",
    "/srv/home/labs/my.ts 755 x",
    "/srv/home/labs/other.ts 644 y",
  ]);
});

test("a closed clone below an open folder below a closed one is there", async () => {
  const seen = await staged(
    "mkdir -m 700 home; mkdir home/labs; echo y >home/labs/my.ts; mkdir -m 700 home/labs/w; mkdir home/labs/w/lib; echo x >home/labs/w/lib/file",
    ["/srv/home/labs", "/srv/home/labs/my.ts", "/srv/home/labs/w"],
    ["/srv/home/labs", "/srv/home/labs/my.ts", "/srv/home/labs/w/lib/file"],
  );
  expect(seen).toEqual(["/srv/home/labs 755 my.ts w", "/srv/home/labs/my.ts 644 y", "/srv/home/labs/w/lib/file 755 x"]);
});

test("the user's umask does not close what is staged", async () => {
  const seen = await inNamespaces(async () => {
    const { mkdirSync, statSync, writeFileSync } = await import("node:fs");
    const { stage } = await import("../../../lib/hosts/sandbox/stage.ts");
    const { mount } = await import("../../../lib/netlink/mount.ts");
    mount("tmpfs", "/srv", "mode=700");
    mkdirSync("/srv/deep/down", { recursive: true });
    writeFileSync("/srv/deep/down/file", "x");
    process.umask(0o077);
    const modes = stage(["/srv/deep/down/file"], "unused ids", () =>
      ["/srv", "/srv/deep", "/srv/deep/down"].map((path) => (statSync(path).mode & 0o777).toString(8)),
    );
    return { modes, umask: process.umask() };
  });
  expect(seen).toEqual({ modes: ["755", "755", "755"], umask: 0o077 });
});

test("while files are staged, no file of the machine can be written to", async () => {
  const codes = await inNamespaces(async () => {
    const { mkdirSync, writeFileSync } = await import("node:fs");
    const { stage } = await import("../../../lib/hosts/sandbox/stage.ts");
    const { mount } = await import("../../../lib/netlink/mount.ts");
    mount("tmpfs", "/srv", "mode=755");
    mkdirSync("/srv/closed", { mode: 0o700 });
    mkdirSync("/srv/open");
    writeFileSync("/srv/closed/file", "precious");
    const write = (file: string) => {
      try {
        writeFileSync(file, "");
        return "written";
      } catch (error) {
        return (error as NodeJS.ErrnoException).code;
      }
    };
    return stage(["/srv/closed/file"], "unused ids", () =>
      ["/srv/closed/file", "/srv/open/file", "/tmp/file", "/etc/hostname"].map(write),
    );
  });
  expect(codes).toEqual(["EROFS", "EROFS", "EROFS", "EROFS"]);
});
