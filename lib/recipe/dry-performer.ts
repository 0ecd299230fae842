import type { Performer } from "../shell/line.ts";
import { NOTHING, type Outcome } from "../shell/outcome.ts";

/** Performs nothing: of `--dry-run`, in which commands are only announced */
export const dryPerformer: Performer = {
  knows: false,
  perform: async (): Promise<Outcome> => NOTHING,
  run: async () => 0,
  explain: () => null,
};
