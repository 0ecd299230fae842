/**
 * `sysctl`.
 *
 * @module
 */
import type { Effect, EffectiveProgram } from "./effect.ts";
import type { Deed } from "./grammar.ts";
import { attached, grammar, need, operand, several, spelled, word } from "./grammar-parts.ts";
import type { Parsed } from "./parse.ts";
import { isSaid, textsOf } from "./terms.ts";

const SETTING: Deed = {
  kernel: ({ setting }) =>
    setting?.includes("=") === true
      ? `takes the value at once, until the next start: it is the file /proc/sys/${fileOf(setting)}`
      : setting === undefined
        ? "is asked for all its settings: they are files in /proc/sys"
        : `is asked for the value: it is the file /proc/sys/${fileOf(setting)}`,
  back: ({ setting }) =>
    setting?.includes("=") === true
      ? { say: `set the value that \`sysctl ${setting.split("=")[0]}\` printed before` }
      : null,
};

function fileOf(setting: string): string {
  return (setting.split("=")[0] ?? "").replaceAll(".", "/");
}

const NAME = several("setting", "a setting of the kernel, and its value after the equals sign");

/** sysctl(8) */
export const SYSCTL = {
  grammar: grammar({
    words: {
      ...spelled(word("all settings"), "-a", "-A", "-X", "--all"),
      ...spelled(word("sets it"), "-w", "--write"),
      ...spelled(word("prints the value only"), "-n", "--values"),
      ...spelled(word("prints the name only"), "-N", "--names"),
      ...spelled(word("prints nothing"), "-q", "--quiet"),
      ...spelled(word("it is fine when there is none of that name"), "-e", "--ignore"),
      ...spelled(word("prints no line break"), "-b", "--binary"),
      ...spelled(word("only those that match", operand("pattern", "a regular expression")), "-r", "--pattern"),
      ...spelled(word("sets what a file says", attached("file", "the file")), "-p", "-f", "--load"),
      "--system": word("sets what the files of the system say"),
    },
    operands: [NAME],
    needs: [need("a setting of the kernel, as net.ipv4.ip_forward", "setting", "-a", "-p", "--system")],
    deed: SETTING,
  }),
  effects,
} satisfies EffectiveProgram;

function effects(parsed: Parsed): readonly Effect<"setting">[] | string {
  if (isSaid(parsed, "-p") || isSaid(parsed, "--system")) return "it sets whatever is in files";
  return textsOf(parsed, NAME).flatMap((text) => {
    const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    return name === undefined || value === undefined
      ? []
      : [{ kind: "setting", path: settingFile(name.trim()), value }];
  });
}

/** Finds a setting's file: it has dots or slashes between its parts, whichever comes first; the other one is a part of a name */
export function settingFile(name: string): string {
  const isDotted = /[./]/.exec(name)?.[0] === ".";
  return `${FOLDER}${isDotted ? swapped(name) : name}`;
}

/** Finds a setting's name by its file, with dots between its parts */
export function settingName(path: string): string {
  return swapped(path.slice(FOLDER.length));
}

const FOLDER = "/proc/sys/";

function swapped(name: string): string {
  return name.replace(/[./]/g, (separator) => (separator === "." ? "/" : "."));
}
