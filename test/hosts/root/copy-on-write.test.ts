/** A root that takes every write for itself, made on a tmpfs in namespaces of the test. */
import { expect, test } from "bun:test";

import { OWN_FOLDERS } from "../../../lib/hosts/root/copy-on-write.ts";
import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

test("a scaffold has two folders on a tmpfs, of which one is a mount that can be the root", async () => {
  const seen = await inNamespaces(async () => {
    const { readdirSync, readFileSync, statSync } = await import("node:fs");
    const { raiseScaffold } = await import("../../../lib/hosts/root/copy-on-write.ts");
    const scaffold = raiseScaffold("/srv");
    const mounted = readFileSync("/proc/self/mountinfo", "utf8").match(/ \/srv(?:\/\S+)? /g);
    return { scaffold, mounted, there: readdirSync("/srv").toSorted(), mode: statSync("/srv").mode & 0o777 };
  });
  expect(seen).toEqual({
    scaffold: { root: "/srv/root", written: "/srv/written" },
    mounted: [" /srv ", " /srv/root "],
    there: ["root", "written"],
    mode: 0o755,
  });
});

test("of the top level there are its links, its folders, and what is in those that are not the host's own", async () => {
  const seen = await inNamespaces(async () => {
    const { lstatSync, readdirSync, readlinkSync, statSync } = await import("node:fs");
    const { join } = await import("node:path");
    const { mirrorTopLevel, OWN_FOLDERS, raiseScaffold } = await import("../../../lib/hosts/root/copy-on-write.ts");
    const scaffold = raiseScaffold("/srv");
    const except = ["srv", "var"];
    mirrorTopLevel(scaffold, except);
    const there = readdirSync("/", { withFileTypes: true });
    const expected = there.filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map(({ name }) => name);
    const isEmpty = (name: string) => readdirSync(join(scaffold.root, name)).length === 0;
    const links = there.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name);
    const folders = there.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const own = folders.filter((name) => OWN_FOLDERS.has(name) || except.includes(name));
    return {
      same: readdirSync(scaffold.root).toSorted().join() === expected.toSorted().join(),
      links: links.filter((name) => readlinkSync(join(scaffold.root, name)) !== readlinkSync(`/${name}`)),
      notEmpty: own.filter((name) => !isEmpty(name)),
      usr: readdirSync(join(scaffold.root, "usr")).toSorted().join() === readdirSync("/usr").toSorted().join(),
      usrIsAnother: statSync(join(scaffold.root, "usr")).dev !== statSync("/usr").dev,
      linked: links.filter((name) => !lstatSync(join(scaffold.root, name)).isSymbolicLink()),
    };
  });
  expect(seen).toEqual({ same: true, links: [], notEmpty: [], usr: true, usrIsAnother: true, linked: [] });
});

test("folders that a root has of its own", () => {
  expect([...OWN_FOLDERS]).toEqual(["proc", "sys", "dev", "run", "tmp", "root", "mnt", "lost+found"]);
});

test("of several folders the first hides the others, and writes go to another one, where they are seen again", async () => {
  const seen = await inNamespaces(async () => {
    const { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } = await import("node:fs");
    const { overlay } = await import("../../../lib/hosts/root/copy-on-write.ts");
    const { detach } = await import("../../../lib/netlink/mount.ts");
    const { emptied, filesAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    filesAt("/srv", { "a/both": "a", "b/both": "b", "b/only": "b", "target/": "" });
    overlay(["/srv/a", "/srv/b"], "/srv/target", "/srv/deep/written");
    writeFileSync("/srv/target/new", "new");
    rmSync("/srv/target/only");
    const first = readdirSync("/srv/target").toSorted();
    detach("/srv/target");
    overlay(["/srv/a", "/srv/b"], "/srv/target", "/srv/deep/written");
    mkdirSync("/srv/target/folder");
    const both = readFileSync("/srv/target/both", "utf8");
    const lower = [readdirSync("/srv/a"), readdirSync("/srv/b").toSorted()];
    return {
      first,
      both,
      again: readdirSync("/srv/target").toSorted(),
      lower,
      beside: readdirSync("/srv/deep").toSorted(),
    };
  });
  expect(seen).toEqual({
    first: ["both", "new"],
    both: "a",
    again: ["both", "folder", "new"],
    lower: [["both"], ["both", "only"]],
    beside: ["written", "written.work"],
  });
});

test("what can't be laid over is shown read-only, and any other error is one", async () => {
  const seen = await inNamespaces(async () => {
    const { readdirSync, readFileSync, writeFileSync } = await import("node:fs");
    const { layOver } = await import("../../../lib/hosts/root/copy-on-write.ts");
    const { emptied, filesAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    filesAt("/srv", { "good/file": "x", "a:b/file": "x", "one/": "", "two/": "", "three/": "", plain: "" });
    const codeOf = (act: () => void) => {
      try {
        act();
      } catch (error) {
        return (error as NodeJS.ErrnoException).code ?? "another";
      }
      return "none";
    };
    layOver("/srv/good", "/srv/one", "/srv/written-one");
    // An overlay's options are divided at colons
    layOver("/srv/a:b", "/srv/two", "/srv/written-two");
    return {
      good: codeOf(() => writeFileSync("/srv/one/file", "y")),
      written: readdirSync("/srv/written-one"),
      bad: codeOf(() => writeFileSync("/srv/two/file", "y")),
      shown: readFileSync("/srv/two/file", "utf8"),
      original: readFileSync("/srv/good/file", "utf8"),
      other: codeOf(() => layOver("/srv/good", "/srv/three", "/srv/plain/written")),
      three: readdirSync("/srv/three"),
    };
  });
  expect(seen).toEqual({
    good: "none",
    written: ["file"],
    bad: "EROFS",
    shown: "x",
    original: "x",
    other: "ENOTDIR",
    three: [],
  });
});

test("a root's own folders are a tmpfs each, with the usual modes", async () => {
  const seen = await inNamespaces(async () => {
    const { readdirSync, statSync } = await import("node:fs");
    const { ownFolders } = await import("../../../lib/hosts/root/copy-on-write.ts");
    const { emptied, filesAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    filesAt("/srv/new", { "root/secret": "", "run/socket": "", "tmp/file": "" });
    ownFolders("/srv/new");
    const folders = ["root", "run", "run/lock", "tmp"].map((name) => `/srv/new/${name}`);
    const devices = folders.filter((folder) => !folder.endsWith("lock")).map((folder) => statSync(folder).dev);
    return {
      modes: folders.map((folder) => (statSync(folder).mode & 0o7777).toString(8)),
      content: folders.map((folder) => readdirSync(folder).join()),
      mounts: new Set([...devices, statSync("/srv").dev]).size,
    };
  });
  expect(seen).toEqual({ modes: ["700", "755", "755", "1777"], content: ["", "lock", "", ""], mounts: 4 });
});
