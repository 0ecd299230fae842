import type { Errand } from "../run/errand.ts";

/** What a run on this machine asks of its runner */
export interface MachineErrand extends Pick<Errand, "file" | "typed" | "telling" | "pace" | "keep" | "lab"> {
  /** The name that what it does is known by */
  readonly name: string;
  /** The journal to begin */
  readonly journal: string;
  /** Where to write down what runs, when it is to become a lab */
  readonly report: string;
}
