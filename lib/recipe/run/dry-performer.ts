import type { Performer } from "../../shell/template/line.ts";
import { NOTHING, type Outcome } from "../../shell/outcome.ts";

/** Performs nothing: of `--dry-run`, in which commands are only announced */
export const dryPerformer: Performer = {
  knows: false,
  unknowns: "names",
  perform: async (): Promise<Outcome> => NOTHING,
  run: async () => 0,
  explain: () => null,
};

/** The same, with the article's values for what only a run would know: of `wirework steps` */
export const samplePerformer: Performer = { ...dryPerformer, unknowns: "samples" };

/** The same, with a variable for each: of `wirework script` */
export const variablePerformer: Performer = { ...dryPerformer, unknowns: "variables" };
