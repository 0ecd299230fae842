/**
 * Plans the undo of a verb on a host: look, run, look again, restore.
 *
 * @module
 */
import { plainWords } from "../../programs/parse.ts";
import type { ReadLine } from "../../programs/read-line.ts";
import { resourceOf, type Touch } from "../../resources/kinds.ts";
import type { Look } from "../../resources/look.ts";
import type { Back } from "../../resources/resource.ts";
import { CannotUndo } from "./cannot-undo.ts";
import { touchesOf } from "./known-verb.ts";
import { type InverseStep, NONE, OF_OTHER_FILES, type Plan, unknown } from "./inversion.ts";
import { textOf, type Typed } from "./typed.ts";

/** The state of each touched resource, in their order */
type States = readonly unknown[];

/** Plans the undo of a line by its verb */
export function planOfVerb(reads: ReadLine, typed: Typed): Plan {
  const line = reads(plainWords(typed.args), typed.enter);
  if (line === null) return NONE;
  if (typeof line === "string") return unknown(line);
  const { verb, parsed } = line;
  const touches = touchesOf(line);
  if (typeof touches === "string") return unknown(touches);
  // Names of network namespaces are files
  if (typed.files === "other" && touches.some(({ kind }) => kind === "netns")) return OF_OTHER_FILES;
  return {
    kind: "undoable",
    changes: verb.changes(parsed),
    async prepare(look) {
      const before = await see(touches, look, null);
      const obstacle = touches
        .map((touch, at) => resourceOf(touch).obstacle(touch, before[at]))
        .find((one) => one !== null);
      if (obstacle !== undefined) throw new CannotUndo(textOf(typed), obstacle);
      return {
        argv: typed.argv,
        steps: stepsOf(touches, before, null),
        complete: async (_outcome, again) => stepsOf(touches, before, await see(touches, again, before)),
      };
    },
  };
}

async function see(touches: readonly Touch[], look: Look, before: States | null): Promise<States> {
  const states: unknown[] = [];
  for (const [at, touch] of touches.entries())
    states.push(await resourceOf(touch).see(touch, look, before?.[at] ?? null));
  return states;
}

/** Plans the steps; what the kernel changes along is restored only with something that the line names */
function stepsOf(touches: readonly Touch[], before: States, after: States | null): readonly InverseStep[] {
  const back = touches.map(
    (touch, at) => [touch, resourceOf(touch).restore(touch, before[at], after === null ? null : after[at])] as const,
  );
  const isChanged = back.some(([{ by }, lines]) => by === "word" && lines.length > 0);
  return isChanged ? back.flatMap(([, lines]) => lines.map(stepOf)) : [];
}

function stepOf({ enter, argv, takes }: Back): InverseStep {
  const [program, ...words] = [...enter.words, ...argv].map((word) => {
    if (typeof word !== "string")
      throw new Error(`Cannot undo by what nobody has seen: ${"is" in word ? word.is : word.was}`);
    return word;
  });
  if (takes === null || program === undefined) throw new Error("Cannot undo what nobody can know again");
  return { kind: "command", argv: [program, ...words], takes, when: "in turn" };
}
