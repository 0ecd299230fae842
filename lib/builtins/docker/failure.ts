/** What goes wrong in Docker's own words, with the exit status that its client gives it */
export class DockerFailure extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = "DockerFailure";
    this.exitCode = exitCode;
  }
}
