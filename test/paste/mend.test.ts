/**
 * What is wrong with copied lines, and what becomes of them.
 */
import { describe, expect, test } from "bun:test";
import fc from "fast-check";

import { mend } from "../../lib/paste/mend.ts";
import { said } from "../../lib/paste/said.ts";
import { OF_ARTICLE, OF_CONTAINER } from "./words.ts";

const ARTICLE_INSPECT = "$\u00a0sudo\u00a0docker\u00a0inspect\u00a0-f\u00a0'``.`State`.`Pid`'\u00a063f36fc01b5f";

describe("a line is mended, and it is said how", () => {
  test.each([
    ["ip\u00a0addr", "ip addr", "mended a non-breaking space"],
    ["sudo\u00a0ip\u00a0netns\u00a0list", "sudo ip netns list", "mended 3 non-breaking blanks"],
    ["a\u2003b\u202fc\u2009d", "a b c d", "mended 3 non-breaking blanks"],
    ["\ufeffip link", "ip link", "mended an invisible character"],
    ["ip\u200b li\u00adnk", "ip link", "mended 2 invisible characters"],
    ...[..."\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"].map(
      (mark) => [`rm ${mark}x`, "rm x", "mended an invisible character"] as const,
    ),
    ["$ ip route", "ip route", "mended the prompt $"],
    ["  $\tip route", "ip route", "mended the prompt $"],
    ["$$ ip route", "ip route", "mended the prompt $$"],
    ["$", "", "mended the prompt $"],
    ["root@63f36fc01b5f:/#", "", "mended the prompt root@63f36fc01b5f:/#"],
    ["root@63f36fc01b5f:/# ip route", "ip route", "mended the prompt root@63f36fc01b5f:/#"],
    ["root@web:/etc/default# ls", "ls", "mended the prompt root@web:/etc/default#"],
    ["shell:~# ls", "ls", "mended the prompt shell:~#"],
    ["point-to-point:/# $ ls", "ls", "mended the prompt point-to-point:/# $"],
    ["$ a\n# c\n$ d", "a\n# c\nd", "mended 2 prompts"],
    ["$$ a\n$$ b\nroot@web:/# c", "a\nb\nc", "mended 3 prompts"],
    [
      "$ a\n$$ b \\\n c \\\n d\n$ e",
      "a\n# $$ b \\\n# c \\\n# d\ne",
      `mended 2 prompts; ${OF_CONTAINER} and 2 continuation lines became comments`,
    ],
    ["$$ a\n$ b\n$$ c", "a\nb\n# $$ c", `mended 2 prompts; ${OF_CONTAINER} became a comment`],
    [
      "$ docker run -i -t base bash\nroot@63f36fc01b5f:/#\n$$ ip route\nroot@63f36fc01b5f:/# exit",
      "docker run -i -t base bash\n\n# $$ ip route\n# root@63f36fc01b5f:/# exit",
      "mended 2 prompts; 2 lines for the container's prompt became comments",
    ],
    [
      "$ ip addr show docker0\n21: docker0: ...\ninet\u00a0172.17.42.1/16\u00a0scope global docker0\n...\n$ true",
      "ip addr show docker0\n# 21: docker0: ...\n# inet 172.17.42.1/16 scope global docker0\n# ...\ntrue",
      "mended 2 non-breaking blanks, 2 prompts; 3 lines of the article's output became comments",
    ],
    ["$ pwd\n2778\n2779", "pwd\n# 2778\n2779", `mended the prompt $; ${OF_ARTICLE} became a comment`],
    ["$ a\n$$ b\n2778", "a\n# $$ b\n# 2778", `mended the prompt $; ${OF_CONTAINER} and ${OF_ARTICLE} became comments`],
    ["ip link\r\nip addr\r\n", "ip link\nip addr\n", "mended 2 Windows line ends"],
    [
      "-f ``.`NetworkSettings`.`IPAddress`",
      "-f {{.NetworkSettings.IPAddress}}",
      "mended the template {{.NetworkSettings.IPAddress}}",
    ],
    [
      ARTICLE_INSPECT,
      "sudo docker inspect -f '{{.State.Pid}}' 63f36fc01b5f",
      "mended 6 non-breaking blanks, the template {{.State.Pid}}, the prompt $",
    ],
  ])("%j", (copied, meant, words) => {
    const { text, mended } = mend(copied, "at a line's beginning");
    expect({ text, words: said({ mended, values: [] }) }).toEqual({ text: meant, words });
  });
});

describe("what is none of that stays as it is", () => {
  test.each(
    [
      "$pid",
      "$(ls)",
      "echo $ $$",
      "echo '$ '",
      "# ip route",
      "2778",
      "inet 172.17.42.1/16 scope global docker0\n$x",
      "## here the container's shell is left: exit",
      "#",
      "> /dev/null",
      "`ls`",
      "``",
      "echo ``.`pwd",
      "{{.State.Pid}}",
      "root@63f36fc01b5f:/",
      "ssh root@web:/# ",
      "PATH=a:/b$ c",
      "echo “quoted” – and a dash",
      "日本語\u3000\ttext\r",
      "😀\u200d😀",
      "",
    ].map((line) => [line]),
  )("%j", (line) => {
    expect(mend(line, "at a line's beginning")).toEqual({ text: line, mended: [] });
  });

  test.each(["$ ip route", "root@web:/# ls"])("a prompt behind what was typed: %j", (line) => {
    expect(mend(line, "within a line")).toEqual({ text: line, mended: [] });
  });
});

describe("of any text", () => {
  const piece = fc.constantFrom(
    "$",
    "$$",
    " ",
    "\u00a0",
    "\u200b",
    "#",
    "root@web:/#",
    "shell:/#",
    "\n",
    "\r\n",
    "\r",
    "``",
    ".`",
    "\\",
    "State",
    "2778",
    "...",
    "`",
    "x",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
  );

  test("what is mended needs no more of it", () => {
    fc.assert(
      fc.property(text, (copied) => {
        const once = mend(copied, "at a line's beginning").text;
        expect(mend(once, "at a line's beginning")).toEqual({ text: once, mended: [] });
      }),
      { numRuns: 1000 },
    );
  });

  test("the words of a line stay, in their order", () => {
    const word = fc.stringMatching(/^[a-z0-9./=-]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 8 }),
        fc.constantFrom("", "$ ", "$$\u00a0", "root@web:/# "),
        (words, prompt) => {
          const meant = words.join(" ");
          expect(mend(prompt + meant.replaceAll(" ", "\u00a0"), "at a line's beginning").text).toBe(meant);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("a text of ASCII with no prompt, no backquote and no line end of Windows is never touched", () => {
    const plain = fc.stringMatching(/^[a-z][ -_a-z{|}~\n]*$/).filter((line) => !/^\s*(\$|\S+:[~/]\S*[$#])/m.test(line));
    fc.assert(
      fc.property(plain, (line) => expect(mend(line, "at a line's beginning")).toEqual({ text: line, mended: [] })),
    );
  });
});
