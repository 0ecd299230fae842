/**
 * Built and removed images.
 *
 * @module
 */
import type { Effect } from "../../../programs/effect.ts";
import { CannotUndo } from "../cannot-undo.ts";
import { type InverseStep, type Plan, unknown } from "../inversion.ts";
import { ON_HOST } from "../../../resources/entering.ts";
import type { Look } from "../../../resources/look.ts";
import type { Outcome } from "../../outcome.ts";
import { type Argv, textOf, type Typed } from "../typed.ts";
import { step } from "../undo-steps.ts";
import { dockerOf, withOptions } from "./engine.ts";

/** Options that build without other people's cached layers, which undo would remove along with ours */
const OWN_ONLY = ["--no-cache", "--force-rm"] as const;

/** Equivalent to: `docker rmi NAME`, which also removes its intermediate images */
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
          throw new CannotUndo(textOf(typed), `the image ${name} exists already, and would lose its name`);
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

/** Makes a name that can't be read as an id: Docker takes hexadecimal digits for the beginning of one */
function unlikeId(name: string): string {
  return /^[\da-f]+$/.test(name) ? `${name}:latest` : name;
}

/** Plans the removal of a failed build's last intermediate image, ` ---> 40241b8e637e`; the first one printed is the base image */
function unfinished(docker: Argv, { stdout }: Outcome): readonly InverseStep[] {
  const ids = [...stdout.matchAll(/^ ---> ([0-9a-f]{12})$/gm)].map(([, id = ""]) => id);
  const last = ids.slice(1).at(-1);
  return last === undefined ? [] : [removal(docker, last, null)];
}

function removal(docker: Argv, name: string, id: string | null): InverseStep {
  return step(ON_HOST, [...docker, "rmi", name], { kind: "image", docker, name, id });
}

/** Returns the id of the image with a name; `null` when there is none */
export async function imageId(look: Look, docker: Argv, name: string): Promise<string | null> {
  return (await look.text([...docker, "image", "inspect", "--format", "{{.Id}}", name]))?.trim() ?? null;
}
