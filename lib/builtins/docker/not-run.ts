import { DockerFailure } from "./failure.ts";

/** What `docker run` ends with when it did not come to running a command */
export const NOT_RUN = 125;

/** What the client refuses of a command line */
export function refused(reason: string): DockerFailure {
  return new DockerFailure(`docker: ${reason}.`, NOT_RUN);
}
