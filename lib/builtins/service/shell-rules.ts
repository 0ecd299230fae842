/** A pattern for the next part of a word; its first group is the text, or the variable's name */
export type Rule =
  | {
      readonly looks: RegExp;
      readonly reads: "text" | "quotedText" | "variable" | "doubleQuote" | "nothing";
    }
  | { readonly looks: RegExp; readonly reads: null; readonly what: string };

const EXPANSIONS: readonly Rule[] = [
  { looks: /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/y, reads: "variable" },
  { looks: /\$\(\(/y, reads: null, what: "arithmetic" },
  { looks: /\$\(|`/y, reads: null, what: "a command substitution" },
  { looks: /\$\{/y, reads: null, what: "an expansion with an operator" },
  { looks: /\$[@*#?$!0-9-]/y, reads: null, what: "a special parameter" },
];

/** Characters that are refused anywhere in the file */
export const NO_TEXT: readonly {
  readonly found: string;
  readonly what: string;
}[] = [
  { found: "\r", what: "a carriage return, of a file with CRLF line ends" },
  { found: "\0", what: "a NUL character" },
];

/** Rules outside double quotes, in the order in which they are tried */
export const UNQUOTED: readonly Rule[] = [
  { looks: /\\\n/y, reads: "nothing" },
  { looks: /\\([^])/y, reads: "quotedText" },
  { looks: /\\/y, reads: null, what: "a backslash with nothing after it" },
  { looks: /'([^']*)'/y, reads: "quotedText" },
  { looks: /'/y, reads: null, what: "a quote that nothing closes" },
  { looks: /"/y, reads: "doubleQuote" },
  ...EXPANSIONS,
  {
    looks: /\$['"]/y,
    reads: null,
    what: "a quotation that only some shells know",
  },
  { looks: /[&|<>()]/y, reads: null, what: "an operator" },
  { looks: /(?<=[=:])~/y, reads: null, what: "a home directory" },
  { looks: /([^])/y, reads: "text" },
];

/** Rules between double quotes */
export const QUOTED: readonly Rule[] = [
  { looks: /\\\n/y, reads: "nothing" },
  { looks: /\\([$`"\\])/y, reads: "text" },
  { looks: /"/y, reads: "doubleQuote" },
  ...EXPANSIONS,
  { looks: /([^])/y, reads: "text" },
];
