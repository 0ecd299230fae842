/**
 * `docker run`.
 *
 * @module
 */
import type { Grammar, Said } from "../grammar.ts";
import { asks, flags, leading, needing, operand, several } from "../grammar-parts.ts";
import { publishing, wiring } from "./options/network-options.ts";
import { OTHER_RUN_OPTIONS } from "./options/other-run-options.ts";
import { RUN_OPTIONS } from "./options/docker-run-options.ts";
import { optionWords } from "./options/told-options.ts";

const PROGRAMS = { "/bin/bash": "a shell", bash: "a shell", sleep: "a program that only waits" };

const IMAGE = operand("image", "the image: the files that it starts with");

/** `--help`: Docker prints, and does nothing else */
export const HELP_WORD = leading("prints its options", flags({ deed: asks("is not asked: it is docker's own text") }));

/** The words after the image: all of them belong to the container's program */
const INSIDE: Grammar = {
  words: {},
  operands: [operand("command", "the program to run in it", PROGRAMS), several("text", "that program's arguments")],
};

/** The words of `docker run`, and what they do */
export const RUN: Grammar = {
  ...flags({
    words: { ...optionWords([...RUN_OPTIONS, ...OTHER_RUN_OPTIONS]), "--help": HELP_WORD },
    operands: [IMAGE],
    after: INSIDE,
    needs: needing(IMAGE),
  }),
  deed: {
    kernel: (said) => [
      `starts a process with files, processes and a host name of its own, ${wiring(said)}`,
      ...publishing(said),
    ],
    back: (said) => {
      if (said["--tty"] !== undefined) return { say: `leave its shell: exit${removal(said)}` };
      return { type: `docker rm -f ${said["name"] ?? "ID"}` };
    },
  },
};

function removal(said: Said): string {
  return said["--rm"] === undefined ? ", then docker rm with its id" : "; --rm removes the container then";
}
