/** A piece of shell syntax, and a recipe's way to do the same. */
interface Syntax {
  /** Its meaning in a shell. */
  readonly means: string;
  /** The method that does it. */
  readonly instead: string;
}

const SEPARATE = "run each command with a $`…` of its own, and branch in TypeScript";
const QUOTE = "put it in quotes if it is meant literally";
const VALUE = "write ${value}, and name a command's output with $.as";

/** Syntax by operator; an unlisted operator is looked up by its first character. */
const SYNTAX: Readonly<Record<string, Syntax>> = {
  $: { means: "a variable", instead: VALUE },
  "$(": { means: "another command's output", instead: VALUE },
  "`": { means: "another command's output", instead: VALUE },
  "|": { means: "a pipe", instead: "write $.pipe($`a`, $`b`)" },
  "||": { means: "an alternative", instead: SEPARATE },
  ">": { means: "a file to write", instead: "write $.write" },
  ">>": { means: "a file to append to", instead: "write $.append" },
  "<": {
    means: "a file to read",
    instead: "read it in TypeScript, and pass it to $.write or a ${value}",
  },
  ";": { means: "the command's end", instead: SEPARATE },
  "&": { means: "a command in the background", instead: SEPARATE },
  "&&": { means: "a condition", instead: SEPARATE },
  "\n": {
    means: "the command's end",
    instead: `${SEPARATE}, or end the line with a backslash`,
  },
  "*": { means: "a pattern of file names", instead: QUOTE },
  "?": { means: "a pattern of file names", instead: QUOTE },
  "[": { means: "a pattern of file names", instead: QUOTE },
  "(": { means: "a group of commands", instead: QUOTE },
  ")": { means: "a group of commands", instead: QUOTE },
  "{": {
    means: "a list of words",
    instead: `write an array of \${values}, or ${QUOTE}`,
  },
  "~": { means: "a home directory", instead: `write a path, or ${QUOTE}` },
  "!": { means: "a negation", instead: "look at the command's exitCode" },
  "#": { means: "a comment", instead: `say it with step(…), or ${QUOTE}` },
};

/** Mistakes in the text itself, for any reader. */
const MISTAKES: Readonly<Record<string, string>> = {
  "'": "this quote is never closed",
  '"': "this quote is never closed",
  "\\": "nothing follows the backslash",
  "\u00a0": "this is a non-breaking space, which would be part of a word; type an ordinary one",
};

/** Returns the reason why the unquoted text `operator` is refused, and the way out. */
export function refusal(operator: string): string {
  const syntax = SYNTAX[operator] ?? SYNTAX[operator.charAt(0)];
  if (syntax) {
    return `a shell reads ${syntax.means} there, and no shell runs this; ${syntax.instead}`;
  }
  return MISTAKES[operator] ?? QUOTE;
}
