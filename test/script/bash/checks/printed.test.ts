/**
 * What a command prints, as the checks of a script see it.
 */
import { describe, expect, test } from "bun:test";

import type { BashFunction } from "../../../../lib/script/functions.ts";
import { inBash, printing, tried } from "../in-bash.ts";

describe("a command", () => {
  test.each<readonly [words: string, said: readonly string[]]>([
    ["'one\\n two \\t three \\n\\n'", ["0", "one", "two three"]],
    ["'one\\n' error", ["0", "one"]],
    ["'one\\n' error 3", ["3", "oneerror"]],
    ["'' error 3", ["3", "error"]],
    ["''", ["0"]],
  ])("that prints %s is seen as %j", (words, said) => {
    expect(tried("printed", `printed say ${words}`)).toEqual(printing(...said));
  });

  test.each([
    ["a -- b", "a|"],
    ["'a  b' c -- d --", "a  b|c|"],
    ["-- -- d", "--|"],
    ["a -c -- d", "a|-c|"],
  ])("stands behind what is wanted of it: %s", (words, wanted) => {
    const steps = `wanted ${words}; printf '%s|' "\${WANTED[@]}"; echo`;
    expect(inBash(["printed"], "", steps)).toEqual(printing(wanted));
  });
});

describe("what is printed", () => {
  const THREE = "say 'a  1\\nb\\nc 2\\n'";
  test.each<readonly [name: BashFunction, words: string, said: readonly string[]]>([
    ["shows", `b -- ${THREE}`, ["0", "b"]],
    ["shows", `'a 1' c -- ${THREE}`, ["0", "a 1", "c 2"]],
    ["shows", `c 'a 1' -- ${THREE}`, ["1", "a 1", "b", "c 2"]],
    ["shows", `b b -- ${THREE}`, ["1", "a 1", "b", "c 2"]],
    ["shows", `b -- ${THREE} error 4`, ["1", "a 1", "b", "c 2error"]],
    ["shows", `'*' -- say '[*]\\n'`, ["0", "[*]"]],
    ["lists", `a b c -- ${THREE}`, ["0", "a 1", "b", "c 2"]],
    ["lists", `a b -- ${THREE}`, ["1", "a 1", "b"]],
    ["lists", `x -- ${THREE}`, ["1", "a 1", "b", "c 2"]],
    ["hides", `x 'b c' -- ${THREE}`, ["0", "no x b c"]],
    ["hides", `x b -- ${THREE}`, ["1", "a 1", "b", "c 2"]],
    ["hides", `2 x -- ${THREE}`, ["1", "a 1", "b", "c 2"]],
    ["hides", `x -- ${THREE} error 4`, ["1", "a 1", "b", "c 2error"]],
    ["hides", "eth0 -- say 'eth0.1 eth0-b eth0_ a.eth0 xeth0 eth01\\n'", ["0", "no eth0"]],
    ["hides", "eth0 -- say 'a:eth0@b\\n'", ["1", "a:eth0@b"]],
    ["hides", "'eth0 up' -- say 'eth0: up,\\n'", ["1", "eth0: up,"]],
    ["hides", "x -- say ''", ["0", "no x"]],
  ])("%s %s: %j", (name, words, said) => {
    // A command that fails is told by its own status
    const expected = words.endsWith("error 4") ? ["4", ...said.slice(1)] : said;
    expect(tried(name, `${name} ${words}`)).toEqual(printing(...expected));
  });
});

describe("a command that fails", () => {
  test.each<readonly [words: string, said: readonly string[]]>([
    ["no there -- say 'no  one\\nis there\\n' '' 1", ["0", "no one", "is there"]],
    ["bad -- say 'one\\n' 'too bad\\n' 1", ["0", "too bad"]],
    ["bad -- say 'one\\n' 'too  bad\\n'", ["1", "one", "too  bad", "exit status 0"]],
    ["bad -- say 'one\\n' '' 7", ["1", "one", "exit status 7"]],
  ])("refuses %s: %j", (words, said) => {
    expect(tried("refuses", `refuses ${words}`)).toEqual(printing(...said));
  });
});

describe("two commands", () => {
  test.each<readonly [one: string, other: string, said: readonly string[]]>([
    ["echo 'a  b'", "echo a b", ["0", "a b"]],
    ["echo a", "echo b", ["1", "a, but b"]],
    ["echo a", ":", ["1", "a, but "]],
    [":", ":", ["1", ", but "]],
    ["echo a; return 3", "echo a", ["3", "a"]],
    ["echo a", "echo b; return 4", ["4", "b"]],
  ])("print the same: %s, and %s: %j", (one, other, said) => {
    expect(tried("same", "same -- one -- other", `one() { ${one}; }\nother() { ${other}; }`)).toEqual(
      printing(...said),
    );
  });
});
