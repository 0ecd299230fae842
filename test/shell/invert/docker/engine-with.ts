/**
 * An engine that answers as it is told, and the way back from a line that was typed to it.
 */
import type { InverseStep } from "../../../../lib/shell/invert/inversion.ts";
import { planOf } from "../../../../lib/shell/invert/invert.ts";
import type { Look } from "../../../../lib/resources/look.ts";
import { NOTHING, type Outcome } from "../../../../lib/shell/outcome.ts";
import { shown } from "../scene.ts";

/** A container, as far as the engine is asked for it */
export interface Told {
  readonly name?: string;
  readonly status?: string;
  /** Whether a lab has made it */
  readonly isLabs?: boolean;
  /** Its address and its names by network */
  readonly networks?: Readonly<Record<string, { readonly address?: string; readonly aliases?: readonly string[] }>>;
}

/** What each command prints; `null`, and none, for one that fails */
export type Answers = Readonly<Record<string, string | null>>;

/** What `inspect` prints of a container, by its name and its id */
export function inspecting(id: string, { name = "web", status = "running", isLabs = false, networks }: Told): Answers {
  const Networks =
    networks === undefined
      ? null
      : Object.fromEntries(
          Object.entries(networks).map(([network, { address, aliases }]) => [
            network,
            {
              IPAMConfig: address === undefined ? null : { IPv4Address: address },
              Aliases: aliases ?? null,
            },
          ]),
        );
  const container = {
    Id: id,
    Name: `/${name}`,
    State: { Status: status },
    Config: { Labels: isLabs ? { wirework: "1" } : null },
    NetworkSettings: { Networks },
  };
  const printed = JSON.stringify([container]);
  return { [`docker inspect --type container ${name}`]: printed, [`docker inspect --type container ${id}`]: printed };
}

/** A look at an engine that answers so */
export function lookAt(answers: Answers): Look {
  return {
    text: async (argv) => answers[argv.join(" ").replace(/label=wirework=[-0-9a-f]+/, "LABEL")] ?? null,
    file: () => null,
    link: () => null,
    inode: () => null,
    network: () => null,
    see: () => null,
  };
}

/** What a line runs as, and the way back from it, as known before it runs and after */
export async function wayBack(line: string, before: Answers, after: Answers, outcome: Outcome = NOTHING) {
  const [program = "", ...words] = line.split(" ");
  const plan = planOf([program, ...words]);
  if (plan.kind !== "undoable") throw new Error(`it is ${plan.kind}`);
  const undo = await plan.prepare(lookAt(before));
  const completed = await undo.complete(outcome, lookAt(after));
  return { argv: undo.argv.join(" "), before: undo.steps.map(shown), after: completed.map(shown), completed };
}

/** What steps undo */
export function taken(steps: readonly InverseStep[]): readonly unknown[] {
  return steps.map((step) => (step.kind === "rules" ? null : step.takes));
}
