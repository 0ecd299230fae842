/** The root of a host, entered by a process in namespaces of its own: what is kept is there, and nothing is written through. */
import { expect, test } from "bun:test";
import { chmodSync, chownSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { IS_ROOT } from "../machine.ts";
import { describeAsRoot } from "../../support/machine/as-root.ts";
import { namespacesFor } from "../../support/host/in-namespaces.ts";
import { emptyFolder } from "../../support/recipe-file.ts";

/** With process ids of their own, without which there is no `/proc` to mount */
const inHost = namespacesFor(import.meta.dir, ["--pid", "--fork"]);

const NOBODY = 65_534;

/** A file with a mode, and an owner that is somebody else in the host where root runs the tests */
function file(path: string, mode: number, owner: "own" | "another's"): string {
  writeFileSync(path, "text");
  chmodSync(path, mode);
  if (owner === "another's") chownSync(path, NOBODY, NOBODY);
  return path;
}

/** Of kept files, how each is there in the host: `copy` or `read-only`, and its text */
function kept(paths: readonly string[]): Promise<readonly string[]> {
  return inHost(async (paths) => {
    const { readFileSync, writeFileSync } = await import("node:fs");
    const { enterHostRoot } = await import("../../../lib/hosts/root/enter-root.ts");
    enterHostRoot(paths, () => {});
    const mounts = readFileSync("/proc/self/mountinfo", "utf8")
      .split("\n")
      .map((line) => line.split(" "));
    return paths.map((path) => {
      const text = readFileSync(path, "utf8");
      const [, , , , , options = ""] = mounts.findLast(([, , , , place]) => place === path) ?? [];
      if (options !== "") return `${options.split(",")[0]} ${text}`;
      writeFileSync(path, "other");
      return `copy ${text}`;
    });
  }, paths);
}

test("a kept file of the host's root is a copy", async () => {
  const path = file(join(emptyFolder(), "file"), 0o644, "own");
  expect(await kept([path])).toEqual(["copy text"]);
  expect(readFileSync(path, "utf8")).toBe("text");
});

describeAsRoot("of another's files", () => {
  test("one that everybody may write to is a copy, and one that nobody else may is shown, to be read only", async () => {
    const folder = emptyFolder();
    const open = file(join(folder, "open"), 0o606, "another's");
    const closed = file(join(folder, "closed"), 0o664, "another's");
    const readable = file(join(folder, "readable"), 0o444, "another's");
    expect(await kept([open, closed, readable])).toEqual(["copy text", "ro text", "ro text"]);
    for (const path of [open, closed, readable]) expect(readFileSync(path, "utf8")).toBe("text");
  });
});

test("a kept file that came along with its folder is in no other way, and that is laid over, to be read only", async () => {
  const seen = await inHost(async () => {
    const { readFileSync, writeFileSync } = await import("node:fs");
    const { enterHostRoot } = await import("../../../lib/hosts/root/enter-root.ts");
    const { emptied, filesAt } = await import("../../support/host/in-place.ts");
    filesAt(emptied("/srv"), { "deep/one": "one", "deeper/two": "two" });
    enterHostRoot(["/srv/deep", "/srv/deep/one", "/srv/deeper/two"], () => {});
    const mounts = readFileSync("/proc/self/mountinfo", "utf8").split("\n");
    const shown = mounts.filter((line) => line.includes(" /srv/"));
    try {
      writeFileSync("/srv/deep/new", "");
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      return { code, shown: shown.map((line) => line.replace(/^.* (\/srv\/\S+) (\w+),.* - (\w+) .*$/, "$1 $2 $3")) };
    }
    return null;
  });
  expect(seen).toEqual({ code: "EROFS", shown: ["/srv/deep ro overlay"] });
});

test("a root is furnished, and what is not the host's is not there", async () => {
  const seen = await inHost(async () => {
    const { existsSync, readdirSync, readFileSync, writeFileSync } = await import("node:fs");
    const { enterHostRoot } = await import("../../../lib/hosts/root/enter-root.ts");
    const { emptied } = await import("../../support/host/in-place.ts");
    // With what is to be kept in the first of the places to build on, the second one is hidden
    writeFileSync(`${emptied("/mnt")}/kept`, "kept");
    writeFileSync(`${emptied("/srv")}/secret`, "");
    const furnished: string[] = [];
    enterHostRoot(["/mnt/kept"], (root) => {
      furnished.push(root);
      furnished.push(existsSync(`${root}/proc/self`) && existsSync(`${root}/etc/default`) ? "complete" : "incomplete");
      writeFileSync(`${root}/run/furnished`, "");
    });
    return {
      furnished,
      kept: readFileSync("/mnt/kept", "utf8"),
      mnt: readdirSync("/mnt").toSorted(),
      own: ["/srv", "/root", "/run", "/tmp"].map((folder) => readdirSync(folder).toSorted().join()),
      usr: existsSync("/usr/bin/env"),
      null: existsSync("/dev/null"),
      cwd: process.cwd(),
    };
  });
  expect(seen).toEqual({
    furnished: ["/srv/root", "complete"],
    kept: "kept",
    mnt: [".sys", "kept"],
    own: ["", "", "furnished,lock", ""],
    usr: true,
    null: true,
    cwd: "/",
  });
});

test("where each place to build on has something that is kept, there is no host", async () => {
  const message = await inHost(async () => {
    const { enterHostRoot } = await import("../../../lib/hosts/root/enter-root.ts");
    try {
      enterHostRoot(["/mnt", "/srv/x", "/media", "/opt/y", "/home", "/tmp/z"], () => {});
    } catch (error) {
      return error instanceof Error && error.constructor === Error ? error.message : "another";
    }
    return "none";
  });
  expect(message).toContain("/mnt, /srv, /media, /opt, /home, /tmp");
});

if (!IS_ROOT)
  test("a program of the machine's is shown read-only to whom it is not", async () => {
    const [seen] = await kept(["/usr/bin/env"]);
    expect(seen?.slice(0, 3)).toBe("ro ");
  });
