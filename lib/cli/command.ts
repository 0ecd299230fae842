/** A command of `wirework` */
export interface Command {
  /**
   * Runs, and ends with an exit status.
   *
   * @throws {UsageError} and others, which the caller explains
   */
  (argv: readonly string[]): Promise<number>;
}
