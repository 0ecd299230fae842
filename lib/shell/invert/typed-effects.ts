import { type Effect, type EffectiveProgram, type EffectKind, effectsOf } from "../../programs/effect.ts";
import { parse, plainWords } from "../../programs/parse.ts";
import type { Typed } from "./typed.ts";

/** Lists what a command does; or says why wirework does not know, which goes on a sentence */
export function typedEffects<Kind extends EffectKind>(
  { program, args }: Pick<Typed, "program" | "args">,
  known: EffectiveProgram<Kind>,
): readonly Effect<Kind>[] | string {
  return effectsOf(known, program, parse(known.grammar, plainWords(args)));
}
