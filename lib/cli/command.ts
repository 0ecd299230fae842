/** A command of `wirework` */
export interface Command {
  /**
   * Runs it, and returns an exit status.
   *
   * @throws {UsageError} and other errors, which the caller explains
   */
  (argv: readonly string[]): Promise<number>;
}
