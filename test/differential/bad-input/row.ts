/**
 * A command line with something wrong in it, and what becomes of it: as measured with Docker 20.10.24.
 */

/** How the embedded engine ends otherwise, and why that is better */
export interface Otherwise {
  readonly status: number;
  readonly stderr: string;
  readonly why: string;
}

/** What is typed, and how it ends */
export interface BadInput {
  readonly line: string;
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** `null` where both engines say the same */
  readonly sandbox: Otherwise | null;
}

const READ_ON = "See 'docker run --help'.";

/** What `docker run` ends with when it did not come to running a command */
const NOT_RUN = 125;

/** A line that is typed as it stands; the client refuses it */
export function misspelt(line: string, says: string): BadInput {
  return { line, status: NOT_RUN, stdout: "", stderr: `${says}\n${READ_ON}\n`, sandbox: null };
}

/** Options of a container that would run `true`: refused, with where to read on */
export function refused(options: string, says: string): BadInput {
  return misspelt(lineWith(options), says);
}

/** The same, by the daemon before there is a container */
export function declined(options: string, says: string): BadInput {
  return refused(options, `docker: Error response from daemon: ${says}.`);
}

/** The same, when it was to start the container */
export function failed(options: string, says: string): BadInput {
  const stderr = `docker: Error response from daemon: ${says}.\n`;
  return { line: lineWith(options), status: NOT_RUN, stdout: "", stderr, sandbox: null };
}

/** Options that are taken, however odd; what a command in that container prints then */
export function taken(options: string, command = "true", prints = "", warning = ""): BadInput {
  const line = lineWith(options, command);
  return { line, status: 0, stdout: prints, stderr: warning === "" ? "" : `${warning}\n`, sandbox: null };
}

/** The same row, with what the embedded engine says instead */
export function butInSandbox(row: BadInput, says: string, why: string): BadInput {
  return { ...row, sandbox: { status: NOT_RUN, stderr: `${says}\n${READ_ON}\n`, why } };
}

function lineWith(options: string, command = "true"): string {
  return `docker run --rm ${options} base ${command}`;
}
