/** The result of a command */
export interface Outcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The duration in milliseconds */
  readonly ms: number;
}

/** The result of a command that was only announced */
export const NOTHING: Outcome = { exitCode: 0, stdout: "", stderr: "", ms: 0 };
