/**
 * Folders, links and what is moved: `mkdir`, `ln`, `mv` and `find -delete`.
 */
import { expect, test } from "bun:test";

import { CannotUndo } from "../../../../lib/shell/invert/cannot-undo.ts";
import { cannotUndo } from "../../../support/messages.ts";
import { type Host, planFor, taken, together, wayBack } from "../host-with.ts";

function folder(path: string): Host {
  return { prints: { [`test -d ${path}`]: "" }, inodes: { [path]: 5 } };
}

const link = (path: string, target: string): Host => ({ links: { [path]: target }, inodes: { [path]: 4 } });
const file = (path: string, content: string, inode = 3): Host => ({
  files: { [path]: content },
  inodes: { [path]: inode },
});
const FOUND = "find -L /d -type l -print0";
const dangling = (paths: string): Host => ({ prints: { [FOUND]: paths }, links: { "/d/a": "x", "/d/b": "y" } });

test.each<[string, Host, Host, readonly string[], readonly string[]]>([
  ["mkdir /a /b", {}, together(folder("/a"), folder("/b")), ["rmdir /a", "rmdir /b"], ["rmdir /a", "rmdir /b"]],
  ["mkdir /a", folder("/a"), folder("/a"), [], []],
  ["mkdir /a/b", {}, {}, ["rmdir /a/b"], []],
  ["mkdir -p /a/b", {}, together(folder("/a"), folder("/a/b")), ["rmdir /a/b", "rmdir /a"], ["rmdir /a/b", "rmdir /a"]],
  ["mkdir -vp /a/b", folder("/a"), together(folder("/a"), folder("/a/b")), ["rmdir /a/b"], ["rmdir /a/b"]],
  ["mkdir --parents -m 0700 /c /a/b", {}, {}, ["rmdir /a/b", "rmdir /c", "rmdir /a"], []],
  ["ln -s x /l", {}, link("/l", "x"), ["rm /l"], ["rm /l"]],
  ["ln -s x /l", {}, {}, ["rm /l"], []],
  ["ln -s x /l", link("/l", "x"), link("/l", "x"), [], []],
  ["ln -sf x /l", link("/l", "old"), link("/l", "x"), ["ln -sfn old /l"], ["ln -sfn old /l"]],
  ["ln -s x /l", link("/l", "old"), link("/l", "old"), ["ln -sfn old /l"], []],
  ["ln --symbolic /p/x /d", folder("/d"), link("/d/x", "/p/x"), ["rm /d/x"], ["rm /d/x"]],
  ["ln -s -n x /d", folder("/d"), link("/d/x", "x"), ["rm /d/x"], ["rm /d/x"]],
  ["ln -sfn x /l", together(link("/l", "/d"), folder("/l")), link("/l", "x"), ["ln -sfn /d /l"], ["ln -sfn /d /l"]],
  [
    "ln -sf --no-dereference x /l",
    together(link("/l", "/d"), folder("/l")),
    link("/l", "x"),
    ["ln -sfn /d /l"],
    ["ln -sfn /d /l"],
  ],
  ["ln -sfT x /l", together(link("/l", "/d"), folder("/l")), link("/l", "x"), ["ln -sfn /d /l"], ["ln -sfn /d /l"]],
  [
    "ln -s --force --no-target-directory x /l",
    together(link("/l", "/d"), folder("/l")),
    link("/l", "x"),
    ["ln -sfn /d /l"],
    ["ln -sfn /d /l"],
  ],
  ["ln -sf x /l", together(link("/l", "/d"), folder("/l")), link("/l/x", "x"), ["rm /l/x"], ["rm /l/x"]],
  [
    "mv /a /b",
    file("/a", "it"),
    file("/b", "it"),
    ["mv --no-target-directory /b /a"],
    ["mv --no-target-directory /b /a"],
  ],
  ["mv /a /b", file("/a", "it"), file("/a", "it"), ["mv --no-target-directory /b /a"], []],
  ["mv /a /b", {}, {}, [], []],
  ["mv /a /a", file("/a", "it"), file("/a", "it"), [], []],
  [
    "mv -f /a /b",
    together(file("/a", "it"), file("/b", "old", 9)),
    file("/b", "it"),
    ["mv --no-target-directory /b /a", "restore /b"],
    ["mv --no-target-directory /b /a", "restore /b"],
  ],
  [
    "mv /a /d",
    together(file("/a", "it"), folder("/d")),
    file("/d/a", "it"),
    ["mv --no-target-directory /d/a /a"],
    ["mv --no-target-directory /d/a /a"],
  ],
  [
    "mv -T /a /l",
    together(file("/a", "it"), link("/l", "x"), folder("/l")),
    file("/l", "it"),
    ["mv --no-target-directory /l /a", "ln -s x /l"],
    ["mv --no-target-directory /l /a", "ln -s x /l"],
  ],
  [
    "mv --no-target-directory /a /l",
    together(file("/a", "it"), link("/l", "x"), folder("/l")),
    {},
    ["mv --no-target-directory /l /a", "ln -s x /l"],
    ["mv --no-target-directory /l /a", "ln -s x /l"],
  ],
  [
    "find -L /d -type l -delete",
    dangling("/d/a\0/d/b\0"),
    dangling(""),
    ["ln -s x /d/a", "ln -s y /d/b"],
    ["ln -s x /d/a", "ln -s y /d/b"],
  ],
  [
    "find -L /d -type l -delete",
    dangling("/d/a\0/d/b\0"),
    dangling("/d/b\0"),
    ["ln -s x /d/a", "ln -s y /d/b"],
    ["ln -s x /d/a"],
  ],
  ["find -L /d -type l -delete", {}, {}, [], []],
])("`%s` with %j, then %j", async (line, before, after, planned, done) => {
  const way = await wayBack(line, before, after);
  expect<unknown>([way.planned, way.done]).toEqual([planned, done]);
});

test.each<[string, Host, Host, unknown, unknown]>([
  ["mkdir /a", {}, folder("/a"), { kind: "folder", path: "/a", inode: null, change: "made" }, { inode: 5 }],
  ["ln -s x /l", {}, link("/l", "x"), { kind: "symbolic link", path: "/l", was: null, made: "x" }, {}],
  ["ln -sf x /l", link("/l", "o"), link("/l", "x"), { kind: "symbolic link", path: "/l", was: "o", made: "x" }, {}],
  ["mv /a /b", file("/a", ""), file("/b", "", 8), { kind: "moved", from: "/a", to: "/b", inode: 3 }, { inode: 8 }],
  [
    "find -L /d -type l -delete",
    dangling("/d/a"),
    {},
    { kind: "symbolic link", path: "/d/a", was: "x", made: null },
    {},
  ],
])("`%s` is known by what it made", async (line, before, after, planned, known) => {
  const way = await wayBack(line, before, after);
  expect([taken(way.steps), taken(way.completed)]).toEqual([[planned], [Object.assign({}, planned, known)]]);
});

test.each<[string, Host]>([
  ["ln -sf x /f", file("/f", "")],
  ["ln -s --force x /f", file("/f", "")],
  ["ln -s -f x /f", file("/f", "")],
  ["ln -fs x /f", file("/f", "")],
  ["mv /a /p", { inodes: { "/a": 3, "/p": 5 } }],
])("`%s` does not run", async (line, host) => {
  const refused = wayBack(line, host);
  await expect(refused).rejects.toBeInstanceOf(CannotUndo);
  await expect(refused).rejects.toThrow(cannotUndo(line));
});

test("where ln can't replace a file, nothing needs to go back", async () => {
  expect((await wayBack("ln -s x /f", file("/f", ""))).done).toEqual([]);
});

const KINDS: Readonly<Record<string, readonly string[]>> = {
  undoable: [
    ..."-s,--symbolic,-sf,-s --force,-sn,-s --no-dereference,-sT,-s --no-target-directory,-sv,-s --verbose"
      .split(",")
      .map((options) => `ln ${options} x l`),
    ..."-p,--parents,-v,--verbose,-m 7,--mode 7,--mode=7".split(",").map((options) => `mkdir ${options} a`),
    ..."-f,--force,-n,--no-clobber,-v,--verbose,-T,--no-target-directory"
      .split(",")
      .map((options) => `mv ${options} a b`),
    "ln -s x",
  ],
  unknown: [
    ..."ln x l,ln -f x l,ln -s,ln -s a b c,ln -sr x l,mkdir -Z a,mv a,mv a b c,mv -u a b,mv".split(","),
    ..."-exec -execdir -ok -okdir -fprint -fprint0 -fprintf -fls -delete"
      .split(" ")
      .map((action) => `find . ${action}`),
    "find -H /d -type l -delete",
    "find -L -type l -delete",
    "find -L /d -type f -delete",
  ],
  none: ["find . -type l -print", "find"],
};

test.each(Object.entries(KINDS).flatMap(([kind, lines]) => lines.map((line) => [line, kind] as const)))(
  "`%s` is %s",
  (line, kind) => {
    expect(planFor(line).kind).toBe(kind as "none");
  },
);

test.each([
  ["mkdir a b", "makes the folder a and b"],
  ["ln -s x l", "makes the symbolic link l"],
  ["ln -s x", "makes the symbolic link ."],
  ["mv a b", "moves a to b"],
])("`%s` %s", (line, changes) => {
  expect(planFor(line)).toMatchObject({ changes });
});
