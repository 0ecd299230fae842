/**
 * The command that a program runs for its caller, empty if there is none; or the words that hide it, with the
 * reason.
 */
export type Wrapped = { readonly argv: readonly string[] } | { readonly hidden: string; readonly reason: string };
