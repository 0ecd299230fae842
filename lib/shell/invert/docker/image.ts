/**
 * Images that are built, or removed.
 *
 * @module
 */
import type { Effect } from "../../../programs/effect.ts";
import { CannotUndo } from "../cannot-undo.ts";
import { type InverseStep, type Plan, unknown } from "../inversion.ts";
import type { Look } from "../../../resources/look.ts";
import type { Outcome } from "../../outcome.ts";
import { type Argv, textOf, type Typed } from "../typed.ts";
import { step } from "../undo-steps.ts";
import { dockerOf, withOptions } from "./engine.ts";

/** Nothing is taken from what somebody else has built before, so that nothing of that goes with it */
const OWN_ONLY = ["--no-cache", "--force-rm"] as const;

/** Equivalent to: `docker rmi NAME`, which also removes the steps on the way to it */
export function planOfImages(effects: readonly [Effect<"image">, ...Effect<"image">[]], typed: Typed): Plan {
  const [first] = effects;
  if (first.polarity === "gone") return unknown("the image is not built again");
  const docker = dockerOf(first);
  const names = effects.map(({ name }) => name);
  const removals = (id: string | null) => names.map((name) => removal(docker, unlikeId(name), id));
  return {
    kind: "undoable",
    changes: `builds the image ${names.join(" and ")}`,
    async prepare(look) {
      for (const name of names)
        if ((await imageId(look, docker, name)) !== null)
          throw new CannotUndo(textOf(typed), `there is an image ${name} already, which would lose its name`);
      return {
        argv: withOptions(typed, first, OWN_ONLY),
        steps: removals(null),
        complete: async (outcome, after) => {
          const built = await Promise.all(names.map((name) => imageId(after, docker, name)));
          const id = built.find((found) => found !== null);
          return id === undefined ? unfinished(docker, outcome) : removals(id);
        },
      };
    },
  };
}

/** Docker takes a name of hexadecimal digits for the beginning of an id, if there is such a one */
function unlikeId(name: string): string {
  return /^[\da-f]+$/.test(name) ? `${name}:latest` : name;
}

/** Of a build that failed, the step that it came to: ` ---> 40241b8e637e`, of which the first is not its own */
function unfinished(docker: Argv, { stdout }: Outcome): readonly InverseStep[] {
  const ids = [...stdout.matchAll(/^ ---> ([0-9a-f]{12})$/gm)].map(([, id = ""]) => id);
  const last = ids.slice(1).at(-1);
  return last === undefined ? [] : [removal(docker, last, null)];
}

function removal(docker: Argv, name: string, id: string | null): InverseStep {
  return step([], [...docker, "rmi", name], { kind: "image", docker, name, id });
}

/** Which image has a name; `null` when none has */
export async function imageId(look: Look, docker: Argv, name: string): Promise<string | null> {
  return (await look.text([...docker, "image", "inspect", "--format", "{{.Id}}", name]))?.trim() ?? null;
}
