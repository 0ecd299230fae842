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

/** mount(8), for lines that make one mount more */
export const MOUNT = {
  grammar: grammar({
    words: {
      ...spelled(word("of this type", operand("type", "the kind of file system")), "-t", "--types"),
      ...spelled(word("with these options", OPTIONS), "-o", "--options"),
      ...spelled(word("an existing folder or file, at a second place"), "--bind", "-B"),
      ...spelled(word("the same, with all that is mounted below it"), "--rbind", "-R"),
      ...spelled(word("read-only"), "-r", "--read-only"),
      ...spelled(word("writable"), "-w", "--rw", "--read-write"),
      ...spelled(word("does not record it in /etc/mtab"), "-n", "--no-mtab"),
      ...spelled(word("prints what it does"), "-v", "--verbose"),
      "-l": word("with the name of each file system"),
    },
    operands: [SOURCE, PLACE],
    deed: {
      kernel: ({ source, place }) => {
        if (place !== undefined) return `makes what is mounted visible at ${place}`;
        return source === undefined ? "returns the list of mounts" : `mounts ${source} as /etc/fstab has it`;
      },
      back: ({ place }) => (place === undefined ? null : { type: `umount ${place}` }),
    },
  }),
  effects: mounts,
} satisfies EffectiveProgram;

/** Options that change an existing mount */
const CHANGES = /(?:^|,)(?:remount|(?:r?(?:shared|private|slave|unbindable)))(?:,|$)/;

function mounts(parsed: Parsed): readonly Effect<"mount">[] | string {
  const [source] = textsOf(parsed, SOURCE);
  const [path] = textsOf(parsed, PLACE);
  if (source === undefined) return [];
  if (path === undefined || textsOf(parsed, OPTIONS).some((options) => CHANGES.test(options)))
    return "wirework does not know what it mounts, or changes";
  return [{ kind: "mount", source, path }];
}

const MODULE = several("module", "the module: a part of the kernel that is loaded on demand");

/** Options with which it only prints something */
const SHOWS = ["-n", "-D", "-c"] as const;

/** modprobe(8) */
export const MODPROBE = {
  grammar: grammar({
    words: {
      ...spelled(word("unloads it"), "-r", "--remove"),
      ...spelled(word("does nothing, and prints what it would do"), "-n", "--dry-run", "--show"),
      ...spelled(word("prints the modules that it needs"), "-D", "--show-depends"),
      ...spelled(word("prints the settings of all modules"), "-c", "--showconfig"),
      ...spelled(word("each word is a module"), "-a", "--all"),
      ...spelled(word("prints nothing when there is no such module"), "-q", "--quiet"),
      ...spelled(word("prints what it does"), "-v", "--verbose"),
    },
    operands: [MODULE],
    deed: {
      kernel: ({ module: name }) => (name === undefined ? "does nothing" : `loads ${name}, and runs its code`),
      back: ({ module: name }) => (name === undefined ? null : { type: `modprobe -r ${name}` }),
    },
  }),
  effects: modules,
} satisfies EffectiveProgram;

function modules(parsed: Parsed): readonly Effect<"module">[] | string {
  if (isSaid(parsed, "-r")) return "an unloaded module may not come back as it was";
  if (SHOWS.some((name) => isSaid(parsed, name))) return [];
  return textsOf(parsed, MODULE).map((name) => ({ kind: "module", name }));
}
