import { describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { dryPerformer } from "../../lib/recipe/run/dry-performer.ts";
import { sampled } from "../../lib/shell/sampled.ts";
import { pid as pidType } from "../../lib/values/pid.ts";
import { performer, shellOf } from "./on-this-machine.ts";
import { didNotRun } from "../support/messages.ts";
import { pattern } from "../support/naming.ts";
import { BadValue } from "../../lib/values/bad-value.ts";
import { NotPermitted } from "../../lib/shell/failure/not-permitted.ts";

const pid = sampled(pidType);

/** An id of which everything is said to be wrong but `true` */
const doubtful = sampled(pidType, () => ({
  objection: ([program]) => (program === "true" ? null : { reason: "it is wrong", cause: "c", tryThis: "t" }),
}));

describe("a command", () => {
  test("is announced as typed, runs when it is awaited, and gives what it printed", async () => {
    const { $, told } = shellOf(performer());
    const pending = $`echo ${"a b"} 'c  d'`;
    expect(told).toEqual([]);
    expect((await pending).text()).toBe("a b c  d");
    expect(told).toEqual(["echo 'a b' 'c  d'", "echo 'a b' 'c  d' → 0"]);
  });

  test("runs once, however often it is awaited", async () => {
    const { $, told } = shellOf(performer());
    const pending = $`echo x`;
    await Promise.all([pending, pending]);
    await pending;
    expect(told).toEqual(["echo x", "echo x → 0"]);
  });

  test("that fails throws, and is told of before", async () => {
    const { $, told } = shellOf(performer());
    const failure = await Promise.resolve($`sh -c ${"echo words >&2; exit 7"}`).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "CommandError", exitCode: 7, stderr: "words\n" });
    expect(told.at(-1)).toEndWith("→ 7");
  });

  test("that is not permitted is refused before anything is announced", () => {
    const { $, told } = shellOf(performer());
    expect(() => $`rm x`).toThrow(NotPermitted);
    expect(told).toEqual([]);
  });

  test("that nobody awaits is an error at the end, and has not run", async () => {
    const { $, told, assertAllAwaited } = shellOf(performer());
    void $`echo forgotten`;
    expect(assertAllAwaited).toThrow("Cannot end the recipe: `echo forgotten` was never run, as its await is missing");
    expect(told).toEqual([]);
  });

  test("that everybody awaits is none", async () => {
    const { $, assertAllAwaited } = shellOf(performer());
    await $`true`;
    await $.pipe($`echo x`, $`cat`);
    await $.as("pid", pid("2989"))`echo 1`;
    assertAllAwaited();
  });
});

describe("a value", () => {
  test("of $.as is read from the output, and later spelled as it is", async () => {
    const { $, told } = shellOf(performer());
    const pid1 = await $.as("pid1", pid("2989"))`echo 4711`;
    expect(pid1.value + 0).toBe(4711);
    await $`echo /proc/${pid1}/ns/net`;
    expect(told.filter((line) => !line.includes("→"))).toEqual(["echo 4711", "echo /proc/4711/ns/net"]);
  });

  test("of $.let is announced as a shell variable, and later spelled by its name", async () => {
    const { $, told } = shellOf(performer());
    const found = await $.let("pid", pid("2778"))`echo 4711`;
    expect((await $`echo /proc/${found}/ns/net`).text()).toBe("/proc/4711/ns/net");
    expect(told.filter((line) => !line.includes("→"))).toEqual(["echo 4711", "pid=4711", "echo /proc/$pid/ns/net"]);
  });

  test("that a command did not print is an error which names the command", async () => {
    const { $ } = shellOf(performer());
    await expect($.as("pid", pid("2989"))`echo ${"no number"}`).rejects.toThrow(/^`echo 'no number'` .*"no number"/);
    await expect($.let("pid", pid("2989"))`echo 0`).rejects.toThrow(/^`echo 0` .*"0"/);
    await expect($.as("pid", pid("2989"))`true`).rejects.toThrow(/^`true` .*""/);
  });

  test("of a dry run is the article's sample, by its name", async () => {
    const { $, told } = shellOf(dryPerformer);
    const pid1 = await $.as("pid1", pid("2989"))`echo 4711`;
    await $`echo ${pid1}`;
    const let1 = await $.let("pid", pid("2778"))`echo 4711`;
    await $`echo ${let1}`;
    expect(told.filter((line) => !line.includes("→"))).toEqual([
      "echo 4711",
      "echo $pid1",
      "echo 4711",
      "pid=...",
      "echo $pid",
    ]);
  });

  test.each(["PATH", "IFS", "UID", "_", "HOME", "PS1", "A", "A_1", "histchars"])(
    "may not be called %s",
    async (name) => {
      const { $, told } = shellOf(performer());
      const complaint = pattern([`"${name}"`]);
      await expect($.let(name, pid("1"))`echo 1`).rejects.toThrow(complaint);
      await expect($.as(name, pid("1"))`echo 1`).rejects.toThrow(complaint);
      expect(told).toEqual([]);
    },
  );

  test.each(["1a", "a-b", "a b", "", "ü", "$x"])(
    'may not be called "%s", which no shell can have, and nothing runs',
    async (name) => {
      const { $, told } = shellOf(performer());
      await expect($.let(name, pid("1"))`echo 1`).rejects.toThrow("as the name of a value");
      expect(told).toEqual([]);
    },
  );

  test("that stands for something else by now is not used: nothing is announced, and nothing runs", async () => {
    const { $, told } = shellOf(performer());
    const wrong = await $.let("pid", doubtful("2778"))`echo 4711`;
    await $`true ${wrong}`;
    const before = [...told];
    const refused = {
      name: "StaleValue",
      message: didNotRun("cat /proc/$pid/comm", "it is wrong"),
      command: "cat /proc/$pid/comm",
      cause: "c",
      tryThis: "t",
    };
    await expect(Promise.resolve($`cat /proc/${wrong}/comm`)).rejects.toMatchObject(refused);
    await expect($`cat /proc/${wrong}/comm`.quietly()).rejects.toMatchObject(refused);
    await expect(Promise.resolve($`echo ${[[wrong]]}`)).rejects.toThrow(didNotRun("echo $pid", "it is wrong"));
    await expect(Promise.resolve($.pipe($`true`, $`cat ${wrong}`))).rejects.toThrow("Did not run `true | cat $pid`");
    expect(told).toEqual(before);
  });

  test("is not asked of in a dry run, in which it stands for nothing", async () => {
    const { $, told } = shellOf(dryPerformer);
    await $`cat ${await $.as("pid", doubtful("2778"))`echo 4711`}`;
    expect(told).toContain("cat $pid");
  });

  test("may not have a sample that is no such value", () => {
    expect(() => pid("none")).toThrow(BadValue);
  });
});

describe("a file", () => {
  test("is written and added to, as announced", async () => {
    const folder = mkdtempSync("/tmp/wirework-shell-");
    const file = join(folder, "it's one");
    const { $, told } = shellOf(performer());
    await $.write(file)`echo one`;
    await $.append(file)`echo two`;
    expect(readFileSync(file, "utf8")).toBe("one\ntwo\n");
    const quoted = `'${file.replace("'", "'\\''")}'`;
    expect(told.filter((line) => !line.includes("→"))).toEqual([`echo one > ${quoted}`, `echo two >> ${quoted}`]);
    rmSync(folder, { recursive: true });
  });
});

describe("a pipe", () => {
  test("is announced as one line, and its stages run in it only", async () => {
    const { $, told } = shellOf(performer());
    expect((await $.pipe($`printf ${"b\\na\\n"}`, $`cat`, $`wc -l`)).text().trim()).toBe("2");
    expect(told).toEqual(["printf 'b\\na\\n' | cat | wc -l", "printf 'b\\na\\n' | cat | wc -l → 0"]);
  });

  test("can be told, as anything can", async () => {
    const { $, told } = shellOf(performer());
    await $.told.pipe($.told`echo x`, $.told`cat`);
    expect(told).toContain("echo x | cat");
  });
});
