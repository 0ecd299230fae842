import type { ToldOption } from "./told-options.ts";

/** An option that the embedded engine has, with its description in help */
export interface OptionRow extends ToldOption {
  /** The words of docker/cli 20.10, with its default; `null` for an unlisted spelling */
  readonly help: string | null;
  /** The placeholder of its value in help, unless it is the name of its kind */
  readonly takes?: string;
}

/** Every command has it; help lists it only where `-h` means something else */
export const HELP = { long: "help", kind: "switch", help: null, means: "prints its options" } as const;
