import { quote } from "../template/quote.ts";

/** The subject of a {@linkcode NotPermitted}. */
export interface Refused {
  /** The program that was about to run, or the option that hides it. */
  readonly program: string;
  /** The recipe's `permissions.run`. */
  readonly allowed: readonly string[];
  /** The whole command. */
  readonly argv: readonly string[];
  /** The reason for refusing it although the program might be allowed. */
  readonly reason?: string;
}

/**
 * Thrown for a command that the recipe does not declare; the command line ends with status 4.
 *
 * @example
 * ```text
 * Refused to run "rm": this recipe may run docker, ip, mkdir (permissions.run)
 * ```
 */
export class NotPermitted extends Error {
  static {
    this.prototype.name = "NotPermitted";
  }

  readonly program: string;
  readonly allowed: readonly string[];
  /** The whole command as it would be typed. */
  readonly text: string;
  /** The way out. */
  readonly tryThis: string;

  constructor({ program, allowed, argv, reason }: Refused) {
    const may = `this recipe may run ${allowed.join(", ") || "nothing"} (permissions.run)`;
    super(`Refused to run "${program}": ${reason ?? may}`);
    this.program = program;
    this.allowed = allowed;
    this.text = argv.map(quote).join(" ");
    this.tryThis = reason === undefined ? wayOut(program, allowed) : "Write out the command that is to run";
  }
}

function wayOut(program: string, allowed: readonly string[]): string {
  const name = program.slice(program.lastIndexOf("/") + 1);
  return name !== program && allowed.includes(name)
    ? `Write ${name}, or add "${program}" to permissions.run`
    : `Add "${program}" to the recipe's permissions.run, if it is meant to run it`;
}
