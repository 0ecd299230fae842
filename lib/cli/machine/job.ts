import type { Job } from "../run/job.ts";

/** The job of the runner on this machine */
export interface MachineJob extends Pick<Job, "file" | "typed" | "telling" | "pace" | "keep" | "lab"> {
  /** The name that marks its effects */
  readonly name: string;
  /** The path of the journal to begin */
  readonly journal: string;
  /** The path of the report of what keeps running, for a lab */
  readonly report: string;
}
