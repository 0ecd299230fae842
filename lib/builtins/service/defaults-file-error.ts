/** Thrown for a line of `/etc/default/docker` that can't be parsed */
export class DefaultsFileError extends SyntaxError {
  override readonly name = "DefaultsFileError";

  /** Makes the error; `line` counts from 1, `found` is the refused text, and `reason` its meaning */
  constructor(line: number, found: string, reason: string) {
    super(
      `Cannot read line ${line} of /etc/default/docker: ${JSON.stringify(found)} is ${reason}, and only assignments of plain values are read`,
    );
  }
}
