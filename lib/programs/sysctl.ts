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
      ? `uses the new value at once, until the next boot; the setting is the file /proc/sys/${fileOf(setting)}`
      : setting === undefined
        ? "returns all its settings, which are files in /proc/sys"
        : `returns the value, which is in the file /proc/sys/${fileOf(setting)}`,
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
      ...spelled(word("prints all settings"), "-a", "-A", "-X", "--all"),
      ...spelled(word("sets it"), "-w", "--write"),
      ...spelled(word("prints only the value"), "-n", "--values"),
      ...spelled(word("prints only the name"), "-N", "--names"),
      ...spelled(word("prints nothing"), "-q", "--quiet"),
      ...spelled(word("an unknown setting is no error"), "-e", "--ignore"),
      ...spelled(word("prints no line break"), "-b", "--binary"),
      ...spelled(word("only settings that match", operand("pattern", "a regular expression")), "-r", "--pattern"),
      ...spelled(word("sets the values in a file", attached("file", "the file")), "-p", "-f", "--load"),
      "--system": word("sets the values in the system's files"),
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

/**
 * Finds a setting's file: parts are separated by dots or slashes, whichever comes first; the other sign belongs to a
 * name
 */
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
