import { describe, expect, test } from "bun:test";
import fc from "fast-check";

import { dockerOptions } from "../../../lib/builtins/service/defaults-file.ts";

describe("dockerOptions()", () => {
  test.each<[string, string[]]>([
    ["", []],
    ["# nothing but a comment\n", []],
    ['DOCKER_OPTS="--icc=false"\n', ["--icc=false"]],
    ["DOCKER_OPTS='--icc=false  --mtu\t1400'", ["--icc=false", "--mtu", "1400"]],
    ["DOCKER_OPTS=--icc=false", ["--icc=false"]],
    ["DOCKER_OPTS=a\\ b", ["a", "b"]],
    ["export DOCKER_OPTS=a", ["a"]],
    ['export OTHER DOCKER_OPTS="a b" MORE=c', ["a", "b"]],
    ["DOCKER_OPTS=a\nDOCKER_OPTS=b\n", ["b"]],
    ["DOCKER_OPTS=a # comment\n#DOCKER_OPTS=b\n", ["a"]],
    ["DOCKER_OPTS=a#b", ["a#b"]],
    ['DOCKER_OPTS="-b a"\nDOCKER_OPTS="$DOCKER_OPTS --icc=false"', ["-b", "a", "--icc=false"]],
    ["A=x; B=${A}y; DOCKER_OPTS=$B", ["xy"]],
    ["A=x DOCKER_OPTS=$A", ["x"]],
    ['DOCKER_OPTS="$DOCKER_OPTS --icc=false"', ["--icc=false"]],
    ['DOCKER_OPTS="a \\\n  b"', ["a", "b"]],
    ["DOCKER_OPTS=a\\\nb", ["ab"]],
    ["DOCKER_OPTS='a\nb'", ["a", "b"]],
    [`DOCKER_OPTS="--dns '8.8.8.8'"`, ["--dns", "'8.8.8.8'"]],
    ['DOCKER_OPTS="\\$x \\" \\\\ \\q"', ["$x", '"', "\\", "\\q"]],
    ["DOCKER_OPTS=a$", ["a$"]],
    ["DOCKER_OPTS=*", ["*"]],
    ["DOCKER_OPTSX=a", []],
  ])("reads %j", (text, words) => {
    expect(dockerOptions(text)).toEqual(words);
    expect(readBySh(text)).toEqual(words);
  });

  test.each([
    ["DOCKER_OPTS=$(id)", 1, '"$(" is a command substitution'],
    ["DOCKER_OPTS=`id`", 1, '"`" is a command substitution'],
    ['DOCKER_OPTS="`id`"', 1, '"`" is a command substitution'],
    ["DOCKER_OPTS=$((1))", 1, '"$((" is arithmetic'],
    ["DOCKER_OPTS=${X:-a}", 1, '"${" is an expansion with an operator'],
    ["DOCKER_OPTS=$1", 1, '"$1" is a special parameter'],
    ["\n\nDOCKER_OPTS=$HOME", 3, '"$HOME" is not set by an earlier line'],
    ["DOCKER_OPTS=~/x", 1, '"~" is a home directory'],
    ["DOCKER_OPTS=$'a'", 1, `"$'" is a quotation that only some shells know`],
    ["A=1\nif true; then\nDOCKER_OPTS=a; fi", 2, '"if" is a command'],
    ["for x in a; do :; done", 1, '"for" is a command'],
    ["DOCKER_OPTS=a id", 1, '"id" is a command'],
    ["ulimit -n 4096", 1, '"ulimit" is a command'],
    [". /etc/default/other", 1, '"." is a command'],
    ["DOCKER_OPTS+=a", 1, '"DOCKER_OPTS+=a" is a command'],
    ["1A=b", 1, '"1A=b" is a command'],
    ["DOCKER_OPTS=a & id", 1, '"&" is an operator'],
    ["DOCKER_OPTS=a > /tmp/x", 1, '">" is an operator'],
    ["DOCKER_OPTS=(a b)", 1, '"(" is an operator'],
    [";", 1, '";" is a separator with no command before it'],
    ['A=1\nDOCKER_OPTS="a\nb', 2, '"\\"" is a quote that nothing closes'],
    ["DOCKER_OPTS='a", 1, `"'" is a quote that nothing closes`],
    ["DOCKER_OPTS=a\\", 1, '"\\\\" is a backslash with nothing after it'],
    ["A='b c'\nexport DOCKER_OPTS=$A", 2, '"$A" is split on blanks by some shells'],
    ["export -p", 1, '"-p" is nothing that can be exported'],
    ["DOCKER_OPTS=a\r\n", 1, '"\\r" is a carriage return'],
    ["DOCKER_OPTS='a\0'", 1, '"\\u0000" is a NUL character'],
  ])("refuses %j", (text, line, reason) => {
    expect(() => dockerOptions(text)).toThrow(`Cannot read line ${line} of /etc/default/docker: ${reason}`);
  });

  test("gives the same words as a real sh, for any file of plain assignments", () => {
    fc.assert(
      fc.property(file, (text) => {
        expect(dockerOptions(text)).toEqual(readBySh(text));
      }),
      { numRuns: 300 },
    );
  });
});

/** The words of DOCKER_OPTS as the init script gets them, but with no file names put in */
function readBySh(text: string): string[] {
  const script = `DOCKER_OPTS=
${text}
for word in $DOCKER_OPTS; do printf '%s\\0' "$word"; done`;
  const { stdout, stderr } = Bun.spawnSync(["sh", "-f", "-c", script]);
  expect(stderr.toString()).toBe("");
  return stdout.toString().split("\0").slice(0, -1);
}

const letters = "ab-=.,:/%@+é*?[]{}!^";
const unquoted = fc.oneof(
  fc.string({ unit: fc.constantFrom(...letters), minLength: 1 }),
  fc.constantFrom("\\ ", "\\\\", '\\"', "\\'", "\\$", "\\;", "\\#", "\\\n", "#"),
);
const singleQuoted = fc
  .string({ unit: fc.constantFrom(...letters, ...' \t\n#;&|<>()`$\\~"') })
  .map((text) => `'${text}'`);
const doubleQuoted = fc
  .array(
    fc.oneof(
      fc.string({ unit: fc.constantFrom(...letters, ..." \t\n#;&|<>()~'") }),
      fc.constantFrom("\\\\", '\\"', "\\$", "\\`", "\\a", "\\\n", "$DOCKER_OPTS.", "${DOCKER_OPTS}", "$ ", "${A}"),
    ),
  )
  .map((pieces) => `"${pieces.join("")}"`);
const value = fc
  .array(fc.oneof(unquoted, singleQuoted, doubleQuoted, fc.constantFrom("$DOCKER_OPTS.", "${A}")), { maxLength: 5 })
  .map((pieces) => pieces.join(""));
const assignment = fc.tuple(fc.constantFrom("A", "DOCKER_OPTS"), value).map((pair) => pair.join("="));
const exported = fc
  .tuple(fc.constantFrom("A", "DOCKER_OPTS"), doubleQuoted)
  .map(([name, text]) => `export ${name}=${text}`);
const line = fc.tuple(
  fc.constantFrom("", " ", "\t"),
  fc.oneof(
    fc.array(assignment, { minLength: 1, maxLength: 3 }).map((words) => words.join(" ")),
    exported,
  ),
  fc.constantFrom("", "  # note 'x", " ; B=1", ";"),
);
const file = fc
  .array(
    fc.oneof(
      line.map((parts) => parts.join("")),
      fc.constantFrom("", "# it's a comment \\", "  "),
    ),
    { maxLength: 5 },
  )
  .map((lines) => ["A=", ...lines, ""].join("\n"));
