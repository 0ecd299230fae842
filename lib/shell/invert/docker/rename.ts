/**
 * `docker rename`.
 *
 * @module
 */
import { unknown } from "../inversion.ts";
import { comparing, step } from "../undo-steps.ts";
import type { InvertDocker } from "./docker-line.ts";
import { seeContainer, type SeenContainer } from "./seen-container.ts";

/** Equivalent to: `docker rename ID OLD` */
export const rename: InvertDocker = ({ typed, docker, effects }) => {
  const renamed = effects.find((effect) => effect.kind === "container name");
  if (renamed === undefined) return unknown("it names no container, or no name for it");
  const { reference, name } = renamed;
  return comparing<SeenContainer | "gone">({
    argv: typed.argv,
    changes: `renames ${reference} to ${name}`,
    see: async (look) => (await seeContainer(look, docker, reference)) ?? "gone",
    steps: (before) => {
      if (before === "gone" || before.name === name || before.maker === "a lab") return [];
      const takes = { kind: "container name", docker, id: before.id, was: before.name, made: name } as const;
      return [step([], [...docker, "rename", before.id, before.name], takes)];
    },
  });
};
