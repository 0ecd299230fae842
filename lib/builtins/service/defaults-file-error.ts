/** A line of `/etc/default/docker` that isn't read */
export class DefaultsFileError extends SyntaxError {
  override readonly name = "DefaultsFileError";

  /** `line` counts from 1; `found` is the text that isn't read, and `reason` what it is */
  constructor(line: number, found: string, reason: string) {
    super(
      `Cannot read line ${line} of /etc/default/docker: ${JSON.stringify(found)} is ${reason}, and only assignments of plain values are read`,
    );
  }
}
