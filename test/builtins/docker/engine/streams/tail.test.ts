/**
 * What is in a file, and what is added to it.
 */
import { afterAll, expect, test } from "bun:test";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Tail } from "../../../../../lib/builtins/docker/engine/streams/tail.ts";

const folder = mkdtempSync(join(tmpdir(), "tail-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a tail passes on before and after some more is written */
function passed(from: "the start" | "now", before: string, after: string): readonly string[] {
  const file = join(folder, "output");
  writeFileSync(file, before);
  using tail = new Tail(file, from);
  const drained = () => {
    const chunks: Buffer[] = [];
    tail.drain((chunk) => chunks.push(Buffer.from(chunk)));
    return Buffer.concat(chunks).toString();
  };
  const first = drained();
  appendFileSync(file, after);
  return [first, drained(), drained()];
}

const LONG = "0123456789".repeat(20_000);

test.each(["old", "", LONG])("from the start on it is all, each byte once", (before) => {
  expect(passed("the start", before, "new")).toEqual([before, "new", ""]);
});

test.each(["old", "", LONG])("from now on it is what is new", (before) => {
  expect(passed("now", before, LONG)).toEqual(["", LONG, ""]);
});

test("chunks that are kept stay as they are", () => {
  const file = join(folder, "kept");
  writeFileSync(file, "one");
  using tail = new Tail(file, "the start");
  const kept: Uint8Array[] = [];
  tail.drain((chunk) => kept.push(chunk));
  appendFileSync(file, "two");
  tail.drain((chunk) => kept.push(chunk));
  expect(kept.map((chunk) => Buffer.from(chunk).toString())).toEqual(["one", "two"]);
});
