/**
 * Diagnoses a daemon that listens on another socket than the one that a client has tried.
 *
 * @module
 */

/** The reason why a client can't reach a daemon, and the way out */
export interface Diagnosis {
  readonly cause: string;
  readonly tryThis: string;
}

/**
 * The client's message when no daemon answers, or it stops answering: docker/cli, `client/errors.go` and
 * `net/http`
 */
export const UNREACHABLE =
  /Cannot connect to the Docker daemon|error during connect|docker\.sock.*(?:EOF|connection reset)/;

/** Explains a daemon with configured sockets; `null` when it has the default one */
export function listensElsewhere(sockets: readonly string[]): Diagnosis | null {
  const [first] = sockets;
  if (first === undefined) return null;
  return {
    cause: `dockerd listens at ${sockets.join(" and ")}, as DOCKER_OPTS in /etc/default/docker says`,
    tryThis: `docker -H ${first} …`,
  };
}
