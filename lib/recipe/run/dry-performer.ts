import type { Performer } from "../../shell/template/session-line.ts";
import { NOTHING, type Outcome } from "../../shell/outcome.ts";

/** Runs nothing: commands are only announced, for `--dry-run` */
export const dryPerformer: Performer = {
  knows: false,
  unknowns: "names",
  perform: async (): Promise<Outcome> => NOTHING,
  run: async () => 0,
  explain: () => null,
};

/** Runs nothing, and uses the article's values where only a run would know them, for `wirework steps` */
export const samplePerformer: Performer = { ...dryPerformer, unknowns: "samples" };

/** Runs nothing, and uses a variable for each of those values, for `wirework script` */
export const variablePerformer: Performer = { ...dryPerformer, unknowns: "variables" };
