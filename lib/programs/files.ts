/**
 * Programs that change files: `ln`, `mkdir`, `touch`, `find`, `rm`, `tee`, `sysctl`.
 *
 * @module
 */
import type { Deed, Grammar, Said } from "./grammar.ts";
import { deed, doing, grammar, need, needing, oneWay, operand, several, word } from "./grammar-parts.ts";

const LINK_OPTIONS = {
  "-s": word("a symbolic link: a file that only says where another one is"),
  "-f": word("in place of what has that name"),
  "-n": word("also in place of a link to a folder"),
};

const TARGET = operand("target", "where the link leads; it need not be there");
const LINK = operand("link", "the link");

/** `ln -s TARGET LINK` */
export const LN: Grammar = grammar({
  words: LINK_OPTIONS,
  operands: [TARGET, LINK],
  needs: needing(TARGET, LINK),
  deed: deed(
    (said) => `writes down, under the name ${said["link"]}, that ${said["target"]} is meant${namespaceOf(said)}`,
    ({ link }) => `rm ${link}`,
  ),
});

/** The article's own use of a link */
function namespaceOf({ target, link }: Said): string {
  if (!/^\/proc\/.+\/ns\/net$/.test(target ?? "") || !link?.startsWith("/var/run/netns/")) return "";
  return `: from now on ip knows the network of that process by the name ${link.slice("/var/run/netns/".length)}`;
}

const FOLDER = several("folder", "the folder");

/** `mkdir -p FOLDER` */
export const MKDIR: Grammar = grammar({
  words: {
    "-p": word("with all folders above it; it is fine when it is there already"),
    "-m": word("with these permissions", operand("mode", "in octal")),
    "-v": word("says what it makes"),
  },
  operands: [FOLDER],
  needs: needing(FOLDER),
  deed: deed(
    ({ folder }) => `makes the folder ${folder}, where it isn't there yet`,
    ({ folder }) => `rmdir ${folder}`,
  ),
});

const MADE = several("file", "the file");

/** `touch FILE` */
export const TOUCH: Grammar = grammar({
  words: { "-c": word("makes none that isn't there") },
  operands: [MADE],
  needs: needing(MADE),
  deed: deed(
    ({ file }) => `makes the file ${file}, with nothing in it; of one that is there already only the time is new`,
    ({ file }) => `rm ${file}`,
  ),
});

/** Where it looks when no folder is named */
const HERE = "the folder that you are in";

/** `find -L FOLDER -type l -delete` */
export const FIND: Grammar = grammar({
  hyphens: "alone",
  words: {
    "-L": word("follows symbolic links: what is left of them then are those that lead nowhere"),
    "-type": word("only of one kind", operand("type", "the kind", { l: "symbolic links", f: "files", d: "folders" })),
    "-name": word("only of that name", operand("pattern", "the name, with * for any letters")),
    "-print": word("prints their names"),
    "-delete": doing(
      "deletes them",
      oneWay(
        ({ folder, type }) =>
          type === "l"
            ? `removes the symbolic links in ${folder ?? HERE} that lead nowhere, such as those of processes that have ended`
            : `removes what was found in ${folder ?? HERE}`,
        "make each link again: ln -s, to where it led",
      ),
    ),
  },
  operands: [several("folder", "the folder to look in, with all below it")],
  deed: { kernel: ({ folder }) => `hands out the names in ${folder ?? HERE}`, back: () => null },
});

const FILE = several("file", "what to remove");

/** `rm FILE` */
export const RM: Grammar = grammar({
  words: {
    "-f": word("it is fine when it isn't there"),
    "-r": word("folders as well, with all in them"),
  },
  operands: [FILE],
  needs: needing(FILE),
  deed: oneWay(({ file }) => `removes the name ${file}, and what is in it with the last name`, "write it again"),
});

const WRITTEN = several("file", "the file to write");

/** `tee FILE` */
export const TEE: Grammar = grammar({
  words: { "-a": word("at the end of what is in the file") },
  operands: [WRITTEN],
  needs: needing(WRITTEN),
  deed: oneWay(
    ({ file }) => `opens ${file} for tee itself, as whoever tee runs as, and writes what tee reads into it`,
    "write back what `cat` printed before",
  ),
});

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

/** `sysctl -w NAME=VALUE` */
export const SYSCTL: Grammar = grammar({
  words: {
    "-a": word("all settings"),
    "-w": word("sets it"),
    "-n": word("prints the value only"),
    "-q": word("prints nothing"),
  },
  operands: [several("setting", "a setting of the kernel, and its value after the equals sign")],
  needs: [need("a setting of the kernel, as net.ipv4.ip_forward", "setting", "-a")],
  deed: SETTING,
});
