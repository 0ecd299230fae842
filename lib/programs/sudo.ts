import { attached, grammar, operand, spelled, word } from "./grammar-parts.ts";

/** `sudo`: the options that run the command unchanged; others start a shell or edit files, sudo(8) */
export const SUDO = grammar({
  words: {
    ...spelled(word("without asking for a password"), "-n", "--non-interactive"),
    "-E": word("with your environment"),
    "--preserve-env": word("with your environment", attached("variables", "only these variables, with commas")),
    ...spelled(word("with the home folder of that user"), "-H", "--set-home"),
    ...spelled(word("as", operand("user", "the user")), "-u", "--user"),
  },
  after: "command",
  lacks: "the command to run",
});
