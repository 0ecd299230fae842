import { ON_HOST } from "../../../resources/entering.ts";
import type { Effect } from "../../../programs/effect.ts";
import type { Plan } from "../inversion.ts";
import type { Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";
import { dockerOf } from "./engine.ts";
import { seeContainer, type SeenContainer } from "./seen-container.ts";

/** Equivalent to: `docker rename ID OLD` */
export function planOfContainerName(renamed: Effect<"container name">, typed: Typed): Plan {
  const { reference, name } = renamed;
  const docker = dockerOf(renamed);
  return comparing<SeenContainer | "gone">({
    argv: typed.argv,
    changes: `renames ${reference} to ${name}`,
    see: async (look) => (await seeContainer(look, docker, reference)) ?? "gone",
    steps: (before) => {
      if (before === "gone" || before.name === name || before.maker === "a lab") return [];
      const takes = { kind: "container name", docker, id: before.id, was: before.name, made: name } as const;
      return [step(ON_HOST, [...docker, "rename", before.id, before.name], takes)];
    },
  });
}
