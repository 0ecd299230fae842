import { afterAll, beforeAll, expect, test } from "bun:test";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { ip } from "../../../lib/builtins/brctl/ip.ts";
import { PATH, run, words } from "./namespaces.ts";

/** Where an `ip` is that takes down its arguments, and then becomes the real one */
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(`${tmpdir()}/wirework-ip-`);
  const script = `#!/bin/sh\necho "$*" >>"${folder}/log"\nexec "${Bun.which("ip", { PATH })}" "$@"\n`;
  await writeFile(`${folder}/ip`, script);
  await chmod(`${folder}/ip`, 0o755);
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

test("a command starts ip once, with names behind keywords, or not at all", async () => {
  const lines: readonly (readonly [line: string, starts: readonly string[]])[] = [
    ["brctl addbr b0", ["link add name b0 type bridge"]],
    ["brctl addbr b1", ["link add name b1 type bridge"]],
    ["brctl addif b0 v0", ["link set dev v0 master b0"]],
    ["brctl addif b0 v1 w0 v2 lo", ["-batch -"]],
    ["brctl addif b1 v0 v1 v2", []],
    ["brctl delif b1 v0", []],
    ["brctl delif b0 v0", ["link set dev v0 nomaster"]],
    ["brctl delif b0 v1 w0", ["-batch -"]],
    ["brctl stp b0 on", ["link set dev b0 type bridge stp_state 1"]],
    ["brctl stp b0 foo", []],
    ["brctl show", []],
    ["brctl show nope b0", []],
    ["brctl delbr b0", ["link del dev b0 type bridge"]],
    ["brctl delbr b0", []],
    ["brctl delbr v0", []],
    ["brctl", []],
  ];
  await run(
    "ours",
    lines.map(([line]) => words(line)),
    { path: `${folder}:${PATH}` },
  );
  const log = (await readFile(`${folder}/log`, "utf8")).trimEnd().split("\n");
  // The first and the last are the test's own: the veths, and the links in the end
  expect(log.slice(1, -1)).toEqual(lines.flatMap(([, starts]) => starts));
});

test("of several devices none may have a name that ip -batch would read otherwise", async () => {
  const lines = [
    ["ip", "link", "set", "dev", "v1", "name", "v#1"],
    ["ip", "link", "add", "name", "v", "type", "veth", "peer", "name", "w"],
    ["brctl", "addbr", "b0"],
    ["brctl", "addif", "b0", "v0", "v#1"],
    ["brctl", "addif", "b0", "v#1"],
    ["brctl", "show"],
  ];
  const { said } = await run("ours", lines);
  expect(said[1]).toEqual({
    line: lines[3] ?? [],
    status: 1,
    stdout: "",
    stderr: 'Cannot use "v#1" as one of several interfaces: "ip -batch" would not read it as a name; name it alone\n',
  });
  expect(said[3]?.stdout).toEndWith("\t8000.020000000001\tno\t\tv#1\n");
});

test.each([
  ["show dev nope", 'Device "nope" does not exist'],
  ["show group nope", 'argument "nope" is wrong: Invalid "group" value'],
])("what ip says of `ip link %s` is the answer", (rest, answer) => {
  expect(ip([["link", ...rest.split(" ")]])).toEqual({ done: 0, answer });
});

test("where there is no ip, the answer says so", () => {
  const path = process.env["PATH"];
  process.env["PATH"] = "/nonexistent";
  try {
    expect(ip([["link", "show"]])).toEqual({
      done: 0,
      answer: 'there is no "ip" in PATH, which the package iproute2 has',
    });
  } finally {
    process.env["PATH"] = path;
  }
});
