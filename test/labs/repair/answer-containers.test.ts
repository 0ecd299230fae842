/** A recipe that runs again beside its containers: their lines are answered, and all others run. */
import { expect, test } from "bun:test";
import { join } from "node:path";

import { readJournal } from "../../../lib/labs/journal/read.ts";
import { JournalWriter } from "../../../lib/labs/journal/write.ts";
import { answering } from "../../../lib/labs/repair/answer-containers.ts";
import { repairable } from "../../../lib/labs/repair/repairable.ts";
import { CannotUndo } from "../../../lib/shell/invert/cannot-undo.ts";
import type { InverseStep } from "../../../lib/shell/invert/inversion.ts";
import type { Line } from "../../../lib/shell/template/session-line.ts";
import { NOTHING } from "../../../lib/shell/outcome.ts";
import type { Undoing } from "../../../lib/shell/undoing.ts";
import { emptyFolder } from "../../support/recipe-file.ts";

function line(text: string): Line {
  const [program = "", ...args] = text.split(" ");
  const commands: Line["commands"] = [{ argv: [program, ...args], text, handles: [] }];
  return { text, commands, redirection: null, stays: null, speaker: "article", irreversible: null, gives: null };
}

const RUN = "docker run -d base";

const STEP: InverseStep = {
  kind: "command",
  argv: ["true"],
  takes: { kind: "netns", path: "/n", inode: null },
  when: "in turn",
};

test("the line of a container that is there starts that, by its place; of one that is not, it runs", async () => {
  const file = join(emptyFolder(), "journal");
  using journal = JournalWriter.begin(file, "web", "b");
  const others: string[] = [];
  const undoing: Undoing = {
    before: async (one) => {
      others.push(one.text);
      return { line: one, after: async () => {} };
    },
  };
  const made = ["first", "second"].map((id, place) => ({ text: RUN, place, id, steps: [STEP] }));
  const start = async (id: string) => id === "second";
  const answers = answering(made, { start }, journal, undoing);
  for (const text of ["ip link", RUN]) expect((await answers.before(line(text))).container).toBeUndefined();
  const kept = await answers.before(line(RUN));
  expect((await answers.before(line(RUN))).container).toBeUndefined();
  expect(others).toEqual(["ip link", RUN, RUN]);
  expect(kept.container).toBe("second");
  expect(kept.line).toMatchObject({
    text: RUN,
    commands: [{ argv: ["sudo", "docker", "start", "second"], text: RUN }],
  });
  const told = () =>
    readJournal(file)?.lines.map(({ state, text, steps }) => ({ state, text, steps: [...steps.values()] }));
  expect(told()).toEqual([{ state: "interrupted", text: RUN, steps: [STEP] }]);
  await kept.after({ ...NOTHING, exitCode: 0 });
  expect(told()).toEqual([{ state: "ended", text: RUN, steps: [STEP] }]);
});

test("what can't be undone runs nevertheless, and the first such line is what is in the way of a repair", async () => {
  const refuses: Undoing = {
    before: async (one) => {
      if (one.text.startsWith("ip")) return { line: one, after: async () => {} };
      throw one.text === "broken" ? new Error("broken") : new CannotUndo(one.text, "x");
    },
  };
  const undoing = repairable(refuses);
  await undoing.before(line("ip link"));
  expect(undoing.obstacle).toBeNull();
  for (const text of ["stranger one", "stranger two"]) expect((await undoing.before(line(text))).line.text).toBe(text);
  expect(undoing.obstacle).toBe("stranger one");
  await expect(undoing.before(line("broken"))).rejects.toThrow("broken");
});
