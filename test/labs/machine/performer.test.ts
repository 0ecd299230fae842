/** This machine's performer answers its own builtins and a run's, and starts programs with the machine's environment. */
import { expect, test } from "bun:test";

import type { Builtin } from "../../../lib/builtins/builtin.ts";
import { machinePerformer } from "../../../lib/labs/machine/performer.ts";

/** Prints its name and arguments */
const saying =
  (name: string): Builtin =>
  async (args, { output }) => {
    output(Buffer.from([name, ...args].join(" ")));
    return 0;
  };

/** What is printed by the performer of a run with these builtins */
async function printed(builtins: Readonly<Record<string, Builtin>>, ...argv: readonly string[]): Promise<string> {
  const chunks: Uint8Array[] = [];
  const output = (chunk: Uint8Array) => void chunks.push(chunk);
  await machinePerformer(builtins).run(argv, { input: null, window: null, output, errors: output });
  return Buffer.concat(chunks).toString().trim();
}

test("a run's builtins answer, also in the place of the machine's", async () => {
  expect(await printed({ hello: saying("hello") }, "hello", "a")).toBe("hello a");
  expect(await printed({ brctl: saying("ours") }, "brctl", "show")).toBe("ours show");
  expect(await printed({ hello: saying("hello") }, "brctl", "show")).not.toContain("hello");
});

test("programs see where the system's are, and no variable of the session's", async () => {
  process.env["WIREWORK_TEST_STRANGER"] = "1";
  const lines = (await printed({}, "env")).split("\n");
  delete process.env["WIREWORK_TEST_STRANGER"];
  expect(lines).toContain("LANG=C.UTF-8");
  expect(lines.filter((line) => line.startsWith("WIREWORK_TEST"))).toEqual([]);
});
