import { describe, expect, test } from "bun:test";

import { expand } from "../../../../lib/builtins/docker/dockerfile/expand.ts";
import type { Deed } from "../../../../lib/builtins/docker/dockerfile/instruction.ts";
import { linesOf } from "../../../../lib/builtins/docker/dockerfile/lines.ts";
import { parseDockerfile } from "../../../../lib/builtins/docker/dockerfile/parse-dockerfile.ts";

const no = (what: string) => `the embedded engine has no ${what}`;

const READ: readonly (readonly [string, Deed])[] = [
  ["RUN echo $HOME && true", { kind: "RUN", command: ["/bin/sh", "-c", "echo $HOME && true"] }],
  ['RUN ["echo", "a b"]', { kind: "RUN", command: ["echo", "a b"] }],
  ["RUN [a", { kind: "RUN", command: ["/bin/sh", "-c", "[a"] }],
  ["RUN [1]", { kind: "RUN", command: ["/bin/sh", "-c", "[1]"] }],
  ["run true", { kind: "RUN", command: ["/bin/sh", "-c", "true"] }],
  ["CMD", { kind: "CMD", command: [] }],
  ["CMD sleep 1", { kind: "CMD", command: ["/bin/sh", "-c", "sleep 1"] }],
  ['CMD ["sleep", "1"]', { kind: "CMD", command: ["sleep", "1"] }],
  ["EXPOSE 80  53/udp 90-92", { kind: "EXPOSE", ports: ["80", "53/udp", "90-92"] }],
  [
    "ENV A=1 B='two words'",
    {
      kind: "ENV",
      variables: [
        { name: "A", value: "1" },
        { name: "B", value: "'two words'" },
      ],
    },
  ],
  ["ENV A all = of it", { kind: "ENV", variables: [{ name: "A", value: "all = of it" }] }],
  ["ENV A=", { kind: "ENV", variables: [{ name: "A", value: "" }] }],
];

test.each(READ)("%p is read", (line, does) => {
  expect(parseDockerfile(`FROM base\n${line}\n`)[1]?.does).toEqual(does);
});

test.each([
  ["", "the Dockerfile (Dockerfile) cannot be empty"],
  ["# nothing\n\n", "failed to parse Dockerfile: file with no instructions"],
  ["RUN true", "no build stage in current context"],
  ["FROM", "dockerfile parse error line 1: FROM requires either one or three arguments"],
  ["FROM a as", "dockerfile parse error line 1: FROM requires either one or three arguments"],
  ["FROM a on b", "dockerfile parse error line 1: FROM requires either one or three arguments"],
  [
    "FROM a\n\nFROM b",
    "dockerfile parse error line 3: the embedded engine builds upon one image, and this is a second FROM",
  ],
  ["FROM a\nCOPY . /", `line 2: ${no("COPY, only FROM, RUN, CMD, EXPOSE, ENV")}`],
  ["FROM --platform=x a", `line 1: ${no("--platform=x of FROM")}`],
  ["FROM a\nRUN --mount=type=cache true", `line 2: ${no("--mount=type=cache of RUN")}`],
  ["FROM a\ntoString x", "dockerfile parse error line 2: unknown instruction: TOSTRING"],
  ["FROM a\n__proto__ x", "dockerfile parse error line 2: unknown instruction: __PROTO__"],
  ["FROM a\nENV", "dockerfile parse error line 2: ENV requires at least one argument"],
])("%p is refused", (text, reason) => {
  expect(() => parseDockerfile(text)).toThrow(reason);
});

describe("lines", () => {
  test("go on behind a backslash, over comments and empty lines", () => {
    expect(linesOf("RUN a \\\n# why\n\n   && b\\  \n  && c\nCMD d \\")).toEqual([
      { number: 1, text: "RUN a    && b  && c" },
      { number: 6, text: "CMD d" },
    ]);
  });

  test("may end as Windows has them, and begin with its mark", () => {
    expect(linesOf("\uFEFFFROM base\r\nRUN true\r\n")).toEqual([
      { number: 1, text: "FROM base" },
      { number: 2, text: "RUN true" },
    ]);
  });
});

test.each([
  ["$A", "1"],
  ["${A}b$NO", "1b"],
  ["'$A'", "$A"],
  ['"$A b"', "1 b"],
  ['"it\'s $A"', "it's 1"],
  ["\\$A", "$A"],
  ['"\\"$A\\$"', '"1$'],
  ["${NO:-$A}${A:-2}", "11"],
  ["${NO:+x}${A:+y}", "y"],
  ["$", "$"],
])("expand() makes %p %p", (word, value) => {
  expect(expand(word, ["A=1", "EMPTY="])).toBe(value);
});
