import { expect, test } from "bun:test";

import { mendLines } from "../../lib/paste/mend-lines.ts";

/** What comes out of it, chunk by chunk, and what is said */
async function mended(...chunks: readonly (string | Uint8Array)[]) {
  const read: string[] = [];
  const told: string[] = [];
  const input = (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  })();
  for await (const line of mendLines(input, (number, words) => told.push(`${number}: ${words}`)))
    read.push(Buffer.from(line).toString("latin1"));
  return { read, told };
}

test("line by line, however they come in", async () => {
  expect(await mended("$ a\n$", " b\r", "\nc\nd")).toEqual({
    read: ["a\n", "b\n", "c\n", "d"],
    told: ["1: mended the prompt $", "2: mended the prompt $, a line's end as Windows has it"],
  });
});

test("the article's own values are told apart from the reader's", async () => {
  expect(await mended("$ ls /proc/2778\npid=31\npid=2778\n")).toEqual({
    read: ["ls /proc/2778\n", "pid=31\n", "pid=2778\n"],
    told: [
      "1: mended the prompt $; 2778 is the article's: docker inspect shows yours",
      "3: 2778 is the article's: docker inspect shows yours",
    ],
  });
});

test("what is no UTF-8 stays, to the byte", async () => {
  const bytes = Buffer.from("$ \xff\xa0\n", "latin1");
  expect(await mended(bytes)).toEqual({ read: ["$ \xff\xa0\n"], told: [] });
});

test("of nothing comes nothing", async () => {
  expect(await mended()).toEqual({ read: [], told: [] });
});
