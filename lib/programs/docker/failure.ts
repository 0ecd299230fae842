/** Thrown for a failure in Docker's own words, with its client's exit status */
export class DockerFailure extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = "DockerFailure";
    this.exitCode = exitCode;
  }
}

/** Thrown when the daemon refuses; some answers have a prefix before the reason */
export class DaemonFailure extends DockerFailure {
  readonly reason: string;

  constructor(reason: string, exitCode = 1) {
    super(`Error response from daemon: ${reason}`, exitCode);
    this.name = "DaemonFailure";
    this.reason = reason;
  }
}

/** Turns a refusal of the kernel into the daemon's answer, in one line; returns any other error unchanged */
export function asAnswer(error: unknown): unknown {
  const isKernels = error instanceof Error && "code" in error && !(error instanceof DockerFailure);
  return isKernels ? new DaemonFailure(error.message) : error;
}

/** Thrown for a missing container */
export class NoSuchContainer extends DaemonFailure {
  constructor(reference: string) {
    super(`No such container: ${reference}`);
    this.name = "NoSuchContainer";
  }
}
