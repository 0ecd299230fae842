/**
 * Root's closed files, as the sandbox gets to see them. The machine is a tmpfs in namespaces of the test.
 */
import { expect, test } from "bun:test";

import { IS_ROOT } from "../machine.ts";
import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** For `sh -c`: shows the paths that follow, each as `/path MODE content`, or as `/path -` when it is not there */
const SHOW = `for path; do
  [ -e "$path" ] || { echo "$path -"; continue; }
  if [ -d "$path" ]; then content=$(ls -A "$path"); else content=$(cat "$path"); fi
  echo $path $(stat -L -c %a "$path") $content
done`;

/** Makes files below `/srv`, stages some of them, and shows what is there then, and that nothing has changed outside */
function staged(prepare: string, kept: readonly string[], shown: readonly string[]): Promise<readonly string[]> {
  return inNamespaces(
    async (prepare, kept, shown, SHOW) => {
      const { stage } = await import("../../../lib/hosts/sandbox/stage.ts");
      const { mount } = await import("../../../lib/netlink/mount.ts");
      mount("tmpfs", "/srv", "mode=755");
      const { success, stderr } = Bun.spawnSync(["sh", "-e", "-c", prepare], { cwd: "/srv" });
      if (!success) throw new Error(stderr.toString());
      const show = (enter: readonly string[]) => {
        const { stdout } = Bun.spawnSync([...enter, "sh", "-c", SHOW, "sh", ...shown]);
        return stdout.toString().trim().split("\n");
      };
      const before = show([]);
      process.umask(0o077);
      using opened = await stage(kept, "unused ids");
      const inside = show(opened.enter);
      const after = show([]);
      if (after.join("\n") !== before.join("\n")) throw new Error(`It is another now: ${after.join("\n")}`);
      return inside;
    },
    prepare,
    kept,
    shown,
    SHOW,
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
  expect(seen).toEqual(["/srv/closed 755 project", "/srv/closed/project/file 644 x", "/srv/closed/secret -"]);
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

test("of a clone in which something is closed Bun comes along, which is not", async () => {
  const seen = await staged(
    "mkdir -p p/lib p/node_modules/bun/bin; echo x >p/lib/file; chmod 600 p/lib/file; echo bun >p/node_modules/bun/bin/bun",
    ["/srv/p", "/srv/p/node_modules/bun/bin/bun"],
    ["/srv/p", "/srv/p/lib/file", "/srv/p/node_modules/bun/bin", "/srv/p/node_modules/bun/bin/bun"],
  );
  expect(seen).toEqual([
    "/srv/p 755 lib node_modules",
    "/srv/p/lib/file 755 x",
    "/srv/p/node_modules/bun/bin 755 bun",
    "/srv/p/node_modules/bun/bin/bun 644 bun",
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
  const seen = await staged(
    "mkdir -m 700 closed; mkdir -p closed/deep/down; echo x >closed/deep/down/file; ",
    ["/srv/closed/deep/down/file"],
    ["/srv/closed", "/srv/closed/deep", "/srv/closed/deep/down"],
  );
  expect(seen).toEqual(["/srv/closed 755 deep", "/srv/closed/deep 755 down", "/srv/closed/deep/down 755 file"]);
});

test("where files are staged, no file of the machine can be written to", async () => {
  const errors = await inNamespaces(async () => {
    const { mkdirSync, writeFileSync } = await import("node:fs");
    const { stage } = await import("../../../lib/hosts/sandbox/stage.ts");
    const { mount } = await import("../../../lib/netlink/mount.ts");
    mount("tmpfs", "/srv", "mode=755");
    mkdirSync("/srv/closed", { mode: 0o700 });
    writeFileSync("/srv/closed/file", "precious");
    using opened = await stage(["/srv/closed/file"], "unused ids");
    const files = ["/srv/closed/file", "/srv/other", "/tmp/other", "/usr/bin/env", "/etc/hostname"];
    return files.map((file) => {
      const { stderr } = Bun.spawnSync([...opened.enter, "sh", "-c", 'echo x >>"$1"', "sh", file]);
      return stderr.toString().trim();
    });
  });
  // Who isn't root may not write to root's in any case
  for (const error of errors)
    expect(error).toMatch(IS_ROOT ? /Read-only file system$/ : /(?:Read-only file system|denied)$/);
});

test("what can't be staged is an error with the reason", async () => {
  const message = await inNamespaces(async () => {
    const { mkdirSync } = await import("node:fs");
    const { stage } = await import("../../../lib/hosts/sandbox/stage.ts");
    const { mount } = await import("../../../lib/netlink/mount.ts");
    mount("tmpfs", "/srv", "mode=700");
    mkdirSync("/srv/project");
    process.env["PATH"] = "/usr/bin:/bin";
    try {
      await stage(["/srv/project", "/srv/project/with-no-file"], "unused ids");
    } catch (error) {
      return (error as Error).message;
    }
    return "no error";
  });
  expect(message).toContain("ENOENT");
});
