import { describe, expect, test } from "bun:test";
import fc from "fast-check";

import { scriptText } from "../../lib/script/shell-words.ts";
import { Named } from "../../lib/shell/template/named.ts";
import type { Value } from "../../lib/shell/template/value.ts";
import { words } from "../../lib/shell/template/words.ts";

const NONE = new Map<string, string>();

/** What a real bash makes of a line in which `$pid` has this value */
function readByBash(text: string, pid: string): readonly string[] {
  const { stdout, stderr } = Bun.spawnSync(["bash", "-uc", `printf '%s\\0' ${text}`], { env: { pid } });
  if (stderr.length > 0) throw new Error(stderr.toString());
  return stdout.toString().split("\0").slice(0, -1);
}

function commandOf(template: TemplateStringsArray, ...values: readonly Value[]) {
  return words(template, values);
}

function named(word: string): Named<string> {
  return new Named({ name: "pid", value: word, sample: "2778", word: "2778", spelled: "name" });
}

test.each([
  ["sudo ip link set A netns $pid", 'sudo ip link set A netns "$pid"'],
  ["sudo ln -s /proc/${pid}/ns/net x", 'sudo ln -s "/proc/${pid}/ns/net" x'],
  ["sudo docker inspect -f '{{.State.Pid}}' $one", "sudo docker inspect -f '{{.State.Pid}}' \"$one\""],
  ["echo 'a'\"$pid\"'b' don\\'t$pid", "echo 'a'\"$pid\"'b' don\\'t\"$pid\""],
  ["echo  a \\\n  b", "echo a b"],
  ["echo 'a\u001b'$pid'\u007fb'", "echo $'a\\x1b'\"$pid\"$'\\x7fb'"],
  ["ping -M do -s 1372 $pid", "ping -M 'do' -s 1372 \"$pid\""],
])("%j becomes %j", (text, expected) => {
  expect(scriptText(text, NONE)).toBe(expected);
});

describe("a real bash reads the very words of the recipe", () => {
  // A shell's variable can't hold a NUL, nor can an argument
  const text = fc
    .string({ unit: "binary", maxLength: 12 })
    .filter((word) => !word.includes("\0") && word.isWellFormed());

  test("whatever is in the values, and in the variables", () => {
    fc.assert(
      fc.property(text, text, (value, pid) => {
        const { text: line } =
          commandOf`ip ${value} x${value}y 'a b' "${value}" /proc/${named(pid)}/ns '${value}' ${named(pid)}`;
        const expected = ["ip", value, `x${value}y`, "a b", value, `/proc/${pid}/ns`, value, pid];
        expect(readByBash(scriptText(line, NONE), pid)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});

describe("what only the machine can tell is a variable, in any quotes", () => {
  const variables = new Map([
    ["198.18.0.2", "$pid"],
    ["198.18.0.254/24", "$pid$pid"],
    ["198.18.0.254", "${pid%/*}"],
  ]);

  test.each([
    ["198.18.0.2", '"$pid"'],
    ["'inet 198.18.0.254/24'", '"inet $pid$pid"'],
    ['"a \\$ 198.18.0.254"', '"a \\$ ${pid%/*}"'],
    ["'$198.18.0.2`'", '"\\$$pid\\`"'],
    ["198.18.0.254/24,198.18.0.2", '"$pid$pid,$pid"'],
  ])("%s becomes %s", (word, expected) => {
    expect(scriptText(word, variables)).toBe(expected);
  });
});
