/**
 * A daemon that runs, and whose sockets are not the one that a client has tried.
 *
 * @module
 */

/** Why a client can't reach a daemon, and what it is to do */
export interface Diagnosis {
  readonly cause: string;
  readonly tryThis: string;
}

/** What a client says that no daemon answers, or that stopped to: docker/cli, `client/errors.go` and `net/http` */
export const UNREACHABLE =
  /Cannot connect to the Docker daemon|error during connect|docker\.sock.*(?:EOF|connection reset)/;

/** Of a daemon that was told where to listen; `null` of one that was not */
export function listensElsewhere(sockets: readonly string[]): Diagnosis | null {
  const [first] = sockets;
  if (first === undefined) return null;
  return {
    cause: `dockerd listens at ${sockets.join(" and ")}, as DOCKER_OPTS in /etc/default/docker says`,
    tryThis: `docker -H ${first} …`,
  };
}
