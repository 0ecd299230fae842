import { expect, test } from "bun:test";
import fc from "fast-check";

import type { Grammar } from "../../lib/programs/grammar.ts";
import { explainLine } from "../../lib/explain/explain-line.ts";
import { PROGRAMS } from "../../lib/programs/table.ts";
import { readTypedLine } from "../../lib/explain/typed-line.ts";
import { quote } from "../../lib/shell/template/quote.ts";
import { BadValue } from "../../lib/values/bad-value.ts";

test.each([
  ["a 'b c'd \"e f\"g h\\ i", ["a", "b cd", "e fg", "h i"]],
  ["docker inspect -f '{{.State.Pid}}' 63f3", ["docker", "inspect", "-f", "{{.State.Pid}}", "63f3"]],
  ["ln -s /proc/$pid/ns/net ${pid}", ["ln", "-s", "/proc/$pid/ns/net", "${pid}"]],
  ['echo "a | b; $pid"', ["echo", "a | b; $pid"]],
  ["find -L . -name '*'", ["find", "-L", ".", "-name", "*"]],
  ["a # b", ["a", "#", "b"]],
])("%s is divided as a shell does", (line, words) => {
  expect(readTypedLine(line).words.map(({ text }) => text)).toEqual(words);
});

test("a redirection may have no blank around it", () => {
  expect(readTypedLine("echo a>b").redirection).toMatchObject({ operator: ">", file: { text: "b" } });
  expect(readTypedLine("echo a>>'b c'").redirection).toMatchObject({ operator: ">>", file: { text: "b c" } });
});

test("whatever is quoted comes out as it went in", () => {
  const word = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
    .filter((text) => !/[\p{C}\u00a0]/u.test(text));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
      const line = ["echo", ...words.map(quote)].join(" ");
      expect(readTypedLine(line).words.map(({ text }) => text)).toEqual(["echo", ...words]);
    }),
  );
});

test("no text is explained wrongly by failing: it is refused, or each of its words stands there", () => {
  const word = fc.constantFrom(
    ..."sudo ip link addr route netns exec set add del show dev A $pid -n -p --net=none docker run base iptables -A -j ! > >> ' \" \\ = -".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 12 }), (words) => {
      const line = words.join(" ");
      try {
        const explained = explainLine(line);
        const { words: typed, redirection } = readTypedLine(line);
        const rest = redirection === null ? [] : [redirection.operator, redirection.file.typed];
        expect(explained.words.map(({ word }) => word)).toEqual([...typed.map((one) => one.typed), ...rest]);
      } catch (error) {
        if (!(error instanceof BadValue)) throw error;
      }
    }),
    { numRuns: 2000 },
  );
});

/** The words of a table, and of those that its words lead to */
function wordsOf({ words, after }: Grammar): readonly string[] {
  const led = Object.values(words).flatMap(({ leads }) =>
    leads === undefined || typeof leads === "string"
      ? []
      : "touches" in leads
        ? Object.keys(leads.grammar.words)
        : wordsOf(leads),
  );
  return [...Object.keys(words), ...led, ...(after === undefined || after === "command" ? [] : wordsOf(after))];
}

test("no order of a program's own words makes a sentence with a name that isn't there", () => {
  const line = fc.constantFrom(...Object.entries(PROGRAMS)).chain(([name, { grammar }]) => {
    const word = fc.constantFrom(...wordsOf(grammar), "A", "10.1.1.1/24", "x", "default");
    return fc.array(word, { maxLength: 7 }).map((words) => [name, ...words.map(quote)].join(" "));
  });
  fc.assert(
    fc.property(line, (text) => {
      const { missing, changes, kernel, undo, today } = explainLine(text);
      const steps = undo.map((step) => ("type" in step ? step.type : step.say));
      for (const sentence of [...missing, ...kernel, ...steps, ...today, changes ?? "unknown"])
        expect(sentence).not.toMatch(/(?<!\/dev\/)\b(?:undefined|null)\b| {2}| $|^$/);
    }),
    { numRuns: 3000 },
  );
});
