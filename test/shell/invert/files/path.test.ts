/**
 * What is at the paths that `rm`, `rmdir`, `touch`, `tee` and `cp` name goes back to what it was.
 */
import { describe, expect, test } from "bun:test";

import { CannotUndo } from "../../../../lib/shell/invert/cannot-undo.ts";
import { type Host, planFor, together, wayBack } from "../host-with.ts";

const NOTHING: Host = {};

function file(path: string, content: string): Host {
  return { files: { [path]: content }, inodes: { [path]: 3 } };
}

function link(path: string, target: string): Host {
  return { links: { [path]: target }, inodes: { [path]: 4 } };
}

/** As stat(1) tells it */
function other(path: string, stat: string): Host {
  return { inodes: { [path]: 5 }, prints: { [`stat --format=%F/%u/%g/%a ${path}`]: `${stat}\n` } };
}

const FOLDER = "directory/7/8/750";
const [OLD, NEW] = [file("/f", "old"), file("/f", "new")];

/** A line, what is there before and after it, and the way back as it is known before and after */
test.each<[string, Host, Host, readonly string[], readonly string[]]>([
  ["rm /f", OLD, NOTHING, ["restore /f"], ["restore /f"]],
  ["rm -f /f /g", OLD, NOTHING, ["restore /f"], ["restore /f"]],
  ["rm /f", OLD, OLD, ["restore /f"], []],
  ["rm /f", NOTHING, NEW, [], []],
  ["rm -rv /f", OLD, NOTHING, ["restore /f"], ["restore /f"]],
  ["rm /l", link("/l", "/f"), NOTHING, ["ln -s /f /l"], ["ln -s /f /l"]],
  [
    "rm -d /d",
    other("/d", FOLDER),
    NOTHING,
    ["install --directory --owner=7 --group=8 --mode=0750 /d"],
    ["install --directory --owner=7 --group=8 --mode=0750 /d"],
  ],
  [
    "rmdir -v /d",
    other("/d", "directory/7/8/7"),
    NOTHING,
    ["install --directory --owner=7 --group=8 --mode=0007 /d"],
    ["install --directory --owner=7 --group=8 --mode=0007 /d"],
  ],
  [
    "rmdir /d",
    other("/d", FOLDER),
    other("/d", FOLDER),
    ["install --directory --owner=7 --group=8 --mode=0750 /d"],
    [],
  ],
  ["touch /f", NOTHING, NEW, ["remove /f"], ["remove /f"]],
  ["touch /f", NOTHING, NOTHING, ["remove /f"], []],
  ["touch -d now /f", OLD, OLD, ["restore /f"], []],
  ["tee -a /f /g", OLD, together(NEW, file("/g", "new")), ["restore /f", "remove /g"], ["restore /f", "remove /g"]],
  ["tee /l", link("/l", "f"), together(link("/l", "f"), NEW), ["remove /f"], ["remove /f"]],
  ["tee /l", link("/l", "m"), link("/l", "m"), ["remove /m"], []],
  [
    "tee /a",
    together(link("/a", "b/c"), link("/b/c", "../f"), OLD),
    together(link("/a", "b/c"), link("/b/c", "../f"), NEW),
    ["restore /f"],
    ["restore /f"],
  ],
  ["tee /a", together(link("/a", "b"), link("/b", "a")), NOTHING, ["ln -s b /a"], ["ln -s b /a"]],
  ["tee /dev/null /f", NOTHING, NEW, ["remove /f"], ["remove /f"]],
  ["cp /s /f", OLD, NEW, ["restore /f"], ["restore /f"]],
  [
    "cp /s /t /d",
    { prints: { "test -d /d": "" } },
    file("/d/t", "new"),
    ["remove /d/s", "remove /d/t"],
    ["remove /d/t"],
  ],
  ["cp -r /s /f", together(NOTHING, file("/s", "")), other("/f", FOLDER), ["remove /f"], ["rmdir /f"]],
  ["cp /s /f -T", OLD, NEW, ["restore /f"], ["restore /f"]],
  ["cp /dev/null /f", OLD, file("/f", ""), ["restore /f"], ["restore /f"]],
  ["cp /sys/kernel/x /f", OLD, NEW, ["restore /f"], ["restore /f"]],
  [
    "rmdir -p /d/e",
    together(other("/d", FOLDER), other("/d/e", "directory/7/8/7")),
    other("/d", FOLDER),
    [
      "install --directory --owner=7 --group=8 --mode=0750 /d",
      "install --directory --owner=7 --group=8 --mode=0007 /d/e",
    ],
    ["install --directory --owner=7 --group=8 --mode=0007 /d/e"],
  ],
  ["cp -P /s /f", NOTHING, link("/f", "x"), ["remove /f"], ["rm /f"]],
  ["cp -P /s /f", OLD, link("/f", "x"), ["restore /f"], ["rm /f", "restore /f"]],
  ["rm /l", link("/l", "/f"), file("/l", "x"), ["ln -s /f /l"], ["ln -sfn /f /l"]],
  ["rm /l", link("/l", "/f"), link("/l", "x"), ["ln -s /f /l"], ["ln -sfn /f /l"]],
  ["touch /f", NOTHING, other("/f", "fifo/0/0/644"), ["remove /f"], []],
])("`%s` with %j, then %j", async (line, before, after, planned, done) => {
  const way = await wayBack(line, before, after);
  expect<unknown>([way.planned, way.done]).toEqual([planned, done]);
});

describe("does not run", () => {
  const deep = together(other("/d", FOLDER), { prints: { "test -d /d": "" } });
  test.each<[string, Host]>([
    ["rm -r /d", deep],
    ["rm -R /d", deep],
    ["rm -vrf /d", deep],
    ["rm --recursive /d", deep],
    ["cp -r /d /e", deep],
    ["cp -R /d /e", deep],
    ["cp -a /d /e", deep],
    ["cp --recursive /d /e", deep],
    ["rm /p", other("/p", "fifo/0/0/644")],
    ["rm /p", { inodes: { "/p": 5 } }],
    ["rm /f", file("/f", "x".repeat(1024 * 1024 + 1))],
  ])("`%s`", async (line, host) => {
    await expect(wayBack(line, host)).rejects.toThrow(CannotUndo);
  });

  test.each(["rm /f", "tee /f"])("and `%s` of the largest that is kept does", async (line) => {
    expect((await wayBack(line, file("/f", "x".repeat(1024 * 1024)))).planned).toEqual(["restore /f"]);
  });
});

const DOES: Readonly<Record<string, string>> = {
  "rm a b": "removes a and b",
  "rmdir a": "removes a",
  "rmdir -p a/b /c/d": "removes a and a/b and /c and /c/d",
  "rmdir -p ./a": "removes ./a",
  "rm -- -f": "removes -f",
  "rm a -f": "removes a",
  "tee a --append": "writes a",
  "touch a": "makes a",
  "tee a": "writes a",
  "cp a b": "copies a and b",
};

test.each(Object.entries(DOES))("`%s` %s", (line, changes) => {
  expect(planFor(line)).toMatchObject({ kind: "undoable", changes });
});

/** Options that change nothing else, and one with an argument */
test.each(
  Object.entries({
    rm: "-f --force -r -R --recursive -d --dir -v --verbose",
    rmdir: "-p --parents -v --verbose",
    touch: "-c --no-create -a -m --date=now --reference=x",
    tee: "-a --append -i -p",
    cp: "-f --force -n --no-clobber -p -a -r -R --recursive -d -v --verbose -T -L -P",
  }).flatMap(([program, options]) => options.split(" ").map((option) => [program, option] as const)),
)("%s %s is known", (program, option) => {
  expect(planFor(`${program} ${option} a b`).kind).toBe("undoable");
});

test.each([
  "touch -d now",
  "touch --date now",
  "touch -t 0101",
  "touch -r x",
  "touch --reference x",
  "rm",
  "tee -a",
  "tee /dev/stdout",
  "tee /dev/null /dev/stderr /dev/tty /dev/full",
])("`%s` names nothing", (line) => {
  expect(planFor(line)).toEqual({ kind: "none" });
});

test.each(["rm -i a", "touch -h a", "tee -x a", "cp -l a b", "cp --parents a b", "tee /proc/sys/x/y /tmp/f"])(
  "nobody knows `%s`",
  (line) => {
    expect(planFor(line).kind).toBe("unknown");
  },
);
