/** What became of a command */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** How long it took, in milliseconds */
  readonly ms: number;
}

/** Ends nothing and prints nothing: of a command that was only announced */
export const NOTHING: Outcome = { exitCode: 0, stdout: "", stderr: "", ms: 0 };
