/**
 * `mount`, and `modprobe`.
 *
 * @module
 */
import type { Effect, EffectiveProgram } from "./effect.ts";
import { grammar, operand, several, spelled, word } from "./grammar-parts.ts";
import type { Parsed } from "./parse.ts";
import { isSaid, textsOf } from "./terms.ts";

const SOURCE = operand("source", "what to mount");
const PLACE = operand("place", "where");
const OPTIONS = operand("options", "the options");

/** mount(8), those that make one mount more */
export const MOUNT = {
  grammar: grammar({
    words: {
      ...spelled(word("of one kind", operand("type", "the kind of file system")), "-t", "--types"),
      ...spelled(word("with options", OPTIONS), "-o", "--options"),
      ...spelled(word("a folder or a file that is there already, at a second place"), "--bind", "-B"),
      ...spelled(word("the same, with all that is mounted below it"), "--rbind", "-R"),
      ...spelled(word("nobody can write there"), "-r", "--read-only"),
      ...spelled(word("it can be written there"), "-w", "--rw", "--read-write"),
      ...spelled(word("is not written down in /etc/mtab"), "-n", "--no-mtab"),
      ...spelled(word("says what it does"), "-v", "--verbose"),
      "-l": word("with the name of each file system"),
    },
    operands: [SOURCE, PLACE],
    deed: {
      kernel: ({ source, place }) => {
        if (place !== undefined) return `shows what is mounted at ${place}`;
        return source === undefined
          ? "hands out the list of what is mounted where"
          : `mounts ${source} as /etc/fstab has it`;
      },
      back: ({ place }) => (place === undefined ? null : { type: `umount ${place}` }),
    },
  }),
  effects: mounts,
} satisfies EffectiveProgram;

/** Options that change a mount that is there */
const CHANGES = /(?:^|,)(?:remount|(?:r?(?:shared|private|slave|unbindable)))(?:,|$)/;

function mounts(parsed: Parsed): readonly Effect<"mount">[] | string {
  const [source] = textsOf(parsed, SOURCE);
  const [path] = textsOf(parsed, PLACE);
  if (source === undefined) return [];
  if (path === undefined || textsOf(parsed, OPTIONS).some((options) => CHANGES.test(options)))
    return "nobody here knows what it mounts, or changes";
  return [{ kind: "mount", source, path }];
}

const MODULE = several("module", "the module: a part of the kernel that is loaded when it is needed");

/** With these it only prints something */
const SHOWS = ["-n", "-D", "-c"] as const;

/** modprobe(8) */
export const MODPROBE = {
  grammar: grammar({
    words: {
      ...spelled(word("takes it out of the kernel"), "-r", "--remove"),
      ...spelled(word("does nothing, and says what it would do"), "-n", "--dry-run", "--show"),
      ...spelled(word("prints which modules it needs"), "-D", "--show-depends"),
      ...spelled(word("prints the settings of all modules"), "-c", "--showconfig"),
      ...spelled(word("each word is a module"), "-a", "--all"),
      ...spelled(word("says nothing where there is no such module"), "-q", "--quiet"),
      ...spelled(word("says what it does"), "-v", "--verbose"),
    },
    operands: [MODULE],
    deed: {
      kernel: ({ module: name }) => (name === undefined ? "is not asked" : `runs the code of ${name} from now on`),
      back: ({ module: name }) => (name === undefined ? null : { type: `modprobe -r ${name}` }),
    },
  }),
  effects: modules,
} satisfies EffectiveProgram;

function modules(parsed: Parsed): readonly Effect<"module">[] | string {
  if (isSaid(parsed, "-r")) return "a module that is taken away may not come back as it was";
  if (SHOWS.some((name) => isSaid(parsed, name))) return [];
  return textsOf(parsed, MODULE).map((name) => ({ kind: "module", name }));
}
