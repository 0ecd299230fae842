/**
 * Each line of the article, of the recipes and of the documents is read by every reader of lines: `explain` knows each of its
 * words, and what one of them does not know how to undo or to find, all say so of, for the same reason. Those that need Docker are
 * only read here: test/recipes runs them. `setpriv`, with which an erratum plays an ordinary user, is no program that anybody types.
 */
import { describe, expect, test } from "bun:test";

import { explainLine } from "../../../lib/explain/explain-line.ts";
import { readTypedLine } from "../../../lib/explain/typed-line.ts";
import { deedsOf } from "../../../lib/learner/deeds/deeds-of.ts";
import { Made } from "../../../lib/script/made.ts";
import { takeBack } from "../../../lib/script/script-undo.ts";
import { againstStranger } from "../../../lib/shell/invert/inversion.ts";
import { planOf } from "../../../lib/shell/invert/invert.ts";
import { commandOf } from "../../script/typed-commands.ts";
import { documentLines } from "./document-lines.ts";

const LINES = await documentLines();

test("there are lines of all of them", () => {
  for (const [document, lines] of LINES)
    expect({ document, isRead: lines.length > 0 }).toEqual({ document, isRead: true });
});

describe.each([...LINES])("of %s", (_document, lines) => {
  test.each(lines)("%s", (line) => {
    const { words } = readTypedLine(line);
    const [program = "", ...args] = words.map(({ text }) => text);
    const plan = planOf([program, ...args]);
    const explained = explainLine(line);
    if (!line.includes("setpriv")) expect(explained.words.filter(({ means }) => means === null)).toEqual([]);
    if (plan.kind === "none") return expect(deedsOf([program, ...args])).toEqual([]);
    const command = commandOf(words.map(({ typed }) => typed).join(" "));
    const script = takeBack(command, new Made(), null);
    if (plan.kind === "undoable") {
      expect(explained.changes).not.toBeNull();
      expect(explained.undo).not.toEqual([]);
      return;
    }
    const reason = plan.kind === "unknown" ? plan.reason : againstStranger(plan.program);
    expect(script).toEqual({ reason });
    // Of a program of former days it has the lines that do the same today, and undoes those
    if (explained.today.length > 0) return expect(explained.undo).not.toEqual([]);
    expect(explained.undo).toMatchObject([{ say: expect.stringContaining(reason) as string }]); // a matcher of strings
    expect(deedsOf([program, ...args])).toEqual([]);
  });
});
