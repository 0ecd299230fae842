import { describe, expect, test } from "bun:test";
import { lex } from "../../../lib/shell/template/lex.ts";
import { sourceOf } from "../../../lib/shell/template/source.ts";
import { TemplateError } from "../../../lib/shell/template/template-error.ts";

const cannotUse = (place: string) => `Cannot use ${place} in $\``;

/** The refusal of a template's raw text, in which `\0` stands for a value. */
function refusalOf(text: string): TemplateError {
  try {
    lex(sourceOf(text.split("\0")));
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error(`"${text}" is not refused`);
}

describe("what a shell would act on is refused, with the form that does it", () => {
  test.each([
    ["echo $x", 5, '"$"', "write ${value}"],
    ["echo $(id)", 5, '"$("', "$.as"],
    ["echo \\${x}", 5, '"$"', "write ${value}"],
    ["echo \\`id\\`", 5, '"`"', "$.as"],
    ['echo "$x"', 6, '"$"', "write ${value}"],
    ['echo "a\\`id\\`"', 7, '"`"', "$.as"],
    ["echo $\0", 5, '"$"', "write ${value}"],
    ["ip route | head", 9, '"|"', "write $.pipe($`a`, $`b`)"],
    ["a || b", 2, '"||"', "branch in TypeScript"],
    ["echo a > f", 7, '">"', "$.write"],
    ["echo a >> f", 7, '">>"', "$.append"],
    ["cat < f", 4, '"<"', "read it in TypeScript"],
    ["a; b", 1, '";"', "a $`…` of its own"],
    ["a & b", 2, '"&"', "a $`…` of its own"],
    ["a && b", 2, '"&&"', "a $`…` of its own"],
    ["a\nb", 1, '"\\n"', "end the line with a backslash"],
    ["a \\\n\n b", 4, '"\\n"', "a $`…` of its own"],
    ["ls *.ts", 3, '"*"', "in quotes"],
    ["ls a?", 4, '"?"', "in quotes"],
    ["ls [ab]", 3, '"["', "in quotes"],
    ["(a)", 0, '"("', "in quotes"],
    ["a )", 2, '")"', "in quotes"],
    ["echo {a,b}", 5, '"{"', "in quotes"],
    ["echo x{},}", 6, '"{"', "in quotes"],
    ["echo {\0}", 5, '"{"', "in quotes"],
    ["ls ~", 3, '"~"', "write a path"],
    ["dd if=~/x", 6, '"~"', "write a path"],
    ["p a:~", 4, '"~"', "write a path"],
    ["ls \0~", 7, '"~"', "write a path"],
    ["ls # all", 3, '"#"', "step(…)"],
    ["ls \\\n# all", 5, '"#"', "step(…)"],
    ["echo 'a", 5, '"\'"', "never closed"],
    ["echo 'a' \"\0", 9, '"\\""', "never closed"],
    ["echo a\\", 6, '"\\\\"', "nothing follows the backslash"],
    ["echo \\\0", 5, '"\\\\"', "nothing follows the backslash"],
    ['echo "\\\0"', 6, '"\\\\"', "nothing follows the backslash"],
    ["ip\u00a0link", 2, '"\u00a0"', "non-breaking space"],
  ])("%j", (text, at, place, wayOut) => {
    const error = refusalOf(text);
    expect(error).toMatchObject({ name: "TemplateError", at });
    expect(error.message).toStartWith(cannotUse(place));
    expect(error.message).toContain(wayOut);
  });

  test("the message has the whole template and the place in it", () => {
    expect(refusalOf("echo \0 | wc")).toMatchObject({
      template: "echo ${…} | wc",
      at: 10,
      message: `${cannotUse('"|"')}echo \${…} | wc\` (character 11): a shell reads a pipe there, and no shell runs this; write $.pipe($\`a\`, $\`b\`)`,
    });
  });

  test.each([
    [["a", "b\0c"], "an argument cannot hold NUL", 6],
    [["a\ud800"], "UTF-8 cannot encode half a surrogate pair", 1],
  ])("%j, which no argument can hold", (raw, reason, at) => {
    expect(() => sourceOf(raw)).toThrow(expect.objectContaining({ at, message: expect.stringContaining(reason) }));
  });
});

describe("what means itself is read", () => {
  test.each([
    ["'$x `a` | > ; & * ? [ ( { ~ # \\ \"'", '$x `a` | > ; & * ? [ ( { ~ # \\ "'],
    ['"| > ; & * ? [ ( { ~ # \' \\a \\" \\\\ \\$"', "| > ; & * ? [ ( { ~ # ' \\a \" \\ $"],
    ["a#b~c-~^]}!%@", "a#b~c-~^]}!%@"],
    ["\\$\\|\\~\\#\\ \\'", "$|~# '"],
    ["\\😀", "😀"],
    ["a\\\nb", "ab"],
    ['"a\\\nb"', "ab"],
    ["'a\\\nb'", "a\\\nb"],
    ["'\\`\\${'", "`${"],
    ["'\\\\'", "\\\\"],
    ["{}", "{}"],
  ])("%j", (raw, expected) => {
    const tokens = lex(sourceOf([raw]));
    expect(tokens.map((token) => (token.kind === "literal" ? token.text : "")).join("")).toBe(expected);
  });

  test("the blanks at both ends are left out, and a quoted one is not", () => {
    expect(lex(" \n\ta\\  \\\n\n")).toEqual([
      { kind: "literal", raw: "a", text: "a" },
      { kind: "literal", raw: "\\ ", text: " " },
    ]);
  });

  test("a value has the quotes around it", () => {
    expect(lex("\0 '\0' \"\0\"").filter(({ kind }) => kind === "value")).toEqual([
      { kind: "value", quoting: "none" },
      { kind: "value", quoting: "single" },
      { kind: "value", quoting: "double" },
    ]);
  });
});
