import { describe, expect, test } from "bun:test";

import { mendLines } from "../../lib/paste/mend-lines.ts";
import type { Place } from "../../lib/paste/mend.ts";
import { GOES_ON, OF_ARTICLE, OF_CONTAINER, ofArticle, WINDOWS_END } from "./words.ts";

/** What comes out of it for the host, chunk by chunk, and what is said */
function mended(...chunks: readonly (string | Uint8Array)[]) {
  return mendedAt("at the beginning of the host's line", chunks);
}

/** The same, for anybody */
async function mendedAt(first: Place, chunks: readonly (string | Uint8Array)[]) {
  const read: string[] = [];
  const told: string[] = [];
  const input = (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  })();
  for await (const line of mendLines(input, first, (number, words) => told.push(`${number}: ${words}`)))
    read.push(Buffer.from(line).toString("latin1"));
  return { read, told };
}

test("line by line, however they come in", async () => {
  expect(await mended("$ a\n$", " b\r", "\nc\nd")).toEqual({
    read: ["a\n", "b\n", "c\n", "d"],
    told: ["1: mended the prompt $", `2: mended the prompt $, ${WINDOWS_END}`],
  });
});

test("the article's own values are told apart from the reader's", async () => {
  expect(await mended("$ ls /proc/2778\npid=31\npid=2778\n")).toEqual({
    read: ["ls /proc/2778\n", "pid=31\n", "pid=2778\n"],
    told: [
      `1: mended the prompt $; ${ofArticle("2778", "is", "docker inspect shows")}`,
      `3: ${ofArticle("2778", "is", "docker inspect shows")}`,
    ],
  });
});

test.each([
  ["$ \xff\xa0\n", "\xff\xa0\n", "mended the prompt $"],
  ["ls\xc2\xa0\xa0\xc2\n", "ls \xa0\xc2\n", "mended a non-breaking space"],
  ["\xed\xb2\x80\xc2\xa0\xf5\n", "\xed\xb2\x80 \xf5\n", "mended a non-breaking space"],
  ["\xf0\x9f\x98\x80\x80\xe2\x80\x8b", "\xf0\x9f\x98\x80\x80", "mended an invisible character"],
])("what is no UTF-8 stays, to the byte, and the rest of its line is mended: %j", async (line, meant, words) => {
  expect(await mended(Buffer.from(line, "latin1"))).toEqual({ read: [meant], told: [`1: ${words}`] });
});

describe("a container's line becomes a comment on the host", () => {
  const COMMENT = `${OF_CONTAINER} became a comment`;

  test.each([
    "$$ ip addr",
    "$$\texit",
    "root@63f36fc01b5f:/# ip addr",
    "root@web:/etc/default# exit",
    "$ $$ exit",
    "shell:/# root@63f36fc01b5f:/# exit",
    "$$ echo \u2028 x",
  ])("%j", async (line) => {
    const { read, told } = await mended(`${line}\necho after\n`);
    expect(read.map((one) => Buffer.from(one, "latin1").toString())).toEqual([`# ${line}\n`, "echo after\n"]);
    expect(told).toEqual([`1: ${COMMENT}`]);
  });

  test("wherever it is, and what it prints as well", async () => {
    expect(await mended("echo 1\n1\n$$ ip route\ndefault via 172.17.42.1 dev eth0\necho 2\n$$ exit\n")).toEqual({
      read: ["echo 1\n", "1\n", "# $$ ip route\n", "# default via 172.17.42.1 dev eth0\n", "echo 2\n", "# $$ exit\n"],
      told: [`3: ${COMMENT}`, `4: ${OF_ARTICLE} became a comment`, `6: ${COMMENT}`],
    });
  });

  test("with all continuation lines", async () => {
    const lines = ["$$ ip \\\n", "  addr \\\r\n", "  show\n", "echo 1\n", "$$ echo \\\\\n", "echo 2 \\\n", "3\n"];
    const { read, told } = await mended(...lines);
    expect(read).toEqual([
      "# $$ ip \\\n",
      "# addr \\\n",
      "# show\n",
      "echo 1\n",
      "# $$ echo \\\\\n",
      "echo 2 \\\n",
      "3\n",
    ]);
    expect(told).toEqual([
      `1: ${COMMENT}`,
      `2: mended ${WINDOWS_END}; ${GOES_ON} became a comment`,
      `3: ${GOES_ON} became a comment`,
      `5: ${COMMENT}`,
    ]);
  });

  test("and no other line does", async () => {
    const lines = ["echo $$\n", "$$exit\n", "echo root@web:/# ls\n", "cat <<END\n", "2778\n", "...\n", "END\n"];
    expect((await mended(...lines)).read).toEqual(lines);
  });

  test("but in a container it is run", async () => {
    expect(await mendedAt("at a line's beginning", ["$$ ip addr\nroot@web:/# exit\n"])).toEqual({
      read: ["ip addr\n", "exit\n"],
      told: ["1: mended the prompt $$", "2: mended the prompt root@web:/#"],
    });
  });
});

test("of what can be read no further, no part of a line comes", async () => {
  const input = (async function* () {
    yield Buffer.from("ls\nrm -r /home/");
    throw new Error("no further");
  })();
  const lines = mendLines(input, "at the beginning of the host's line", () => {});
  expect((await lines.next()).value).toEqual(Buffer.from("ls\n"));
  expect(lines.next()).rejects.toThrow("no further");
});

test("of nothing comes nothing", async () => {
  expect(await mended()).toEqual({ read: [], told: [] });
});
