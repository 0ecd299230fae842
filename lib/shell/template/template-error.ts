/**
 * Thrown for a command's own text that would mean something else to a shell.
 *
 * @example
 * ```text
 * Cannot use "|" in $`ip route | head` (character 10): a shell reads a pipe there, and no shell
 * reads this; write $.pipe($`a`, $`b`)
 * ```
 */
export class TemplateError extends SyntaxError {
  static {
    this.prototype.name = "TemplateError";
  }

  /** The template as typed, with `${…}` for each value. */
  readonly template: string;
  /** The start of the refused text in `template`, counted from 0. */
  readonly at: number;

  /** @param place the refused text. @param reason what is wrong with it, and the way out. */
  constructor(template: string, at: number, place: string, reason: string) {
    super(`Cannot use ${JSON.stringify(place)} in $\`${template}\` (character ${at + 1}): ${reason}`);
    this.template = template;
    this.at = at;
  }
}
