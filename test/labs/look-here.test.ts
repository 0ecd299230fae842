/** What this machine is asked: what is not there is nothing, and what nobody can look at is an error. */
import { expect, test } from "bun:test";
import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { lookHere, runHere } from "../../lib/labs/look-here.ts";
import type { Performer } from "../../lib/shell/template/session-line.ts";
import { emptyFolder } from "../support/recipe-file.ts";

const folder = emptyFolder();
const [file, link, circle, nowhere] = ["file", "link", "circle", "no/where"].map((name) => join(folder, name)) as [
  string,
  string,
  string,
  string,
]; // as many as there are names
writeFileSync(file, "text");
chmodSync(file, 0o4640);
symlinkSync("file", link);
symlinkSync("circle", circle);
mkdirSync(join(folder, "folder"));

const asked: string[] = [];

/** Answers every command alike, with what it prints in two pieces */
function answering(status: number): Performer {
  return {
    run: async (argv, { output, errors }) => {
      asked.push(argv.join(" "));
      for (const chunk of ["o", "ut"]) output(Buffer.from(chunk));
      for (const chunk of ["e", "rr"]) errors(Buffer.from(chunk));
      return status;
    },
    perform: () => Promise.reject(new Error("nobody performs")),
    explain: () => null,
    knows: true,
    unknowns: "names",
  };
}

const look = lookHere(answering(0));

test("a command is run as root, and all that it prints is kept", async () => {
  asked.length = 0;
  const outcome = await runHere(answering(3), ["ip", "link"]);
  expect(outcome).toEqual({ exitCode: 3, stdout: "out", stderr: "err", ms: expect.any(Number) });
  expect(outcome.ms).toBeGreaterThanOrEqual(0);
  expect(asked).toEqual([process.geteuid?.() === 0 ? "ip link" : "sudo ip link"]);
});

test("who is not root becomes it by sudo", () => {
  const script = `
    import { runHere } from ${JSON.stringify(join(import.meta.dir, "../../lib/labs/look-here.ts"))};
    if (process.geteuid() === 0) process.seteuid(65534);
    await runHere({ run: async (argv) => console.log(argv.join(" ")) }, ["ip", "link"]);`;
  const env = { BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" };
  const { stdout } = Bun.spawnSync([process.execPath, "--no-env-file", "-e", script], { env, stderr: "inherit" });
  expect(stdout.toString()).toBe("sudo ip link\n");
});

test("a command that fails has nothing to say", async () => {
  expect(await look.text(["ip", "link"])).toBe("out");
  expect(await lookHere(answering(1)).text(["ip", "link"])).toBeNull();
});

test("a file has its content, owner and permissions, links followed; a folder is none", () => {
  const { uid, gid } = statSync(file);
  const seen = { uid, gid, mode: 0o4640, content: Buffer.from("text") };
  expect(look.file(file)).toEqual(seen);
  expect(look.file(link)).toEqual(seen);
  expect(look.file(join(folder, "folder"))).toBeNull();
});

test("a symbolic link is read as written, and has an inode of its own", () => {
  expect(look.link(link)).toBe("file");
  expect(look.link(file)).toBeNull();
  expect(look.inode(file)).toBe(statSync(file).ino);
  expect(look.inode(link)).not.toBe(statSync(file).ino);
});

test("a network namespace is one of the kernel's, and no other file", () => {
  expect(look.network("/proc/self/ns/net")).toBe(statSync("/proc/self/ns/net").ino);
  expect(look.network(file)).toBeNull();
});

test.each([nowhere, join(file, "below"), circle])("%s is not there for anybody", (path) => {
  expect(look.file(path)).toBeNull();
  expect(look.network(path)).toBeNull();
  if (path !== circle) expect(look.inode(path)).toBeNull();
});

test("what nobody can look at is an error", () => {
  expect(() => look.file("x".repeat(300))).toThrow(expect.objectContaining({ code: "ENAMETOOLONG" }));
});
