import type { Surroundings } from "../../builtin.ts";

/** A sub-command of docker */
export interface DockerCommand {
  /** As `docker COMMAND --help` begins, after `docker` */
  readonly usage: string;
  readonly summary: string;
  /**
   * Runs, and ends with an exit status.
   *
   * @throws {DockerFailure} with what the client would say
   * @throws {FlagError} when it can't read the command line
   */
  run(args: readonly string[], surroundings: Surroundings): Promise<number>;
}
