/** What goes wrong in Docker's own words, with the exit status that its client gives it */
export class DockerFailure extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = "DockerFailure";
    this.exitCode = exitCode;
  }
}

/** What the daemon refuses; some of its answers put words of their own before the reason */
export class DaemonFailure extends DockerFailure {
  readonly reason: string;

  constructor(reason: string, exitCode = 1) {
    super(`Error response from daemon: ${reason}`, exitCode);
    this.name = "DaemonFailure";
    this.reason = reason;
  }
}

/** What the kernel refuses the engine is the daemon's answer, in one line; any other error is itself */
export function asAnswer(error: unknown): unknown {
  const isKernels = error instanceof Error && "code" in error && !(error instanceof DockerFailure);
  return isKernels ? new DaemonFailure(error.message) : error;
}

/** A container that isn't there */
export class NoSuchContainer extends DaemonFailure {
  constructor(reference: string) {
    super(`No such container: ${reference}`);
    this.name = "NoSuchContainer";
  }
}
