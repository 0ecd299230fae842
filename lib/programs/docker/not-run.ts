import { DockerFailure } from "./failure.ts";

/** The exit status of `docker run` when no command ran */
export const NOT_RUN = 125;

/** Returns the client's refusal of a command line */
export function refused(reason: string): DockerFailure {
  return new DockerFailure(`docker: ${reason}.`, NOT_RUN);
}
