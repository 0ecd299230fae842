/**
 * Looks for links, folders and files, and for lines in files.
 *
 * @module
 */
import { join } from "node:path";

import { textIn } from "../../resources/network.ts";
import type { Deed } from "../deed.ts";
import { type Finding, found } from "../finding.ts";
import type { Question, Sight } from "../sight.ts";

/** Looks for the result of `ln -s` */
export async function linked(deed: Deed<"symbolic link">, { look }: Sight): Promise<readonly Question[]> {
  const { target, within } = deed;
  return [
    async () => {
      const inside = within === null ? null : join(deed.path, within);
      const path = inside !== null && look.link(inside) === target ? inside : deed.path;
      const made = look.link(path);
      const stat = (file: string) => look.text(["stat", "--dereference", "--format", "%d:%i", file]);
      const [there, meant] = await Promise.all([stat(path), stat(target)]);
      const isSo = made === target || (there !== null && there === meant);
      const isNothing = made === null && look.inode(path) === null;
      return {
        thing: `file ${path}`,
        wanted: `${path} points to ${target}`,
        seen: isNothing ? `${path} is missing` : made === null ? `${path} is not a link` : `${path} points to ${made}`,
        is: isSo ? "so" : isNothing ? "missing" : "otherwise",
        tells: true,
      };
    },
  ];
}

/** Looks for the result of `mkdir`, `touch` or `rm` */
export async function pathSet({ polarity, path }: Deed<"path">, { look }: Sight): Promise<readonly Question[]> {
  return [
    async () => {
      const isThere = look.inode(path) !== null;
      const told = (polarityOf: boolean) => (polarityOf ? `${path} exists` : `${path} is missing`);
      const said = { thing: `file ${path}`, wanted: told(polarity === "there"), seen: told(isThere) };
      return found({ ...said, tells: polarity === "there" }, isThere === (polarity === "there"));
    },
  ];
}

/** Compares a copy with its source, as long as that exists */
export async function copied(deed: Deed<"copy">, { look }: Sight): Promise<readonly Question[]> {
  const { from, within } = deed;
  return [
    async () => {
      const isFolder = within !== null && look.inode(`${deed.path}/.`) !== null;
      const path = isFolder ? join(deed.path, within) : deed.path;
      const isThere = look.inode(path) !== null;
      const [source, copy] = [look.file(from)?.content, look.file(path)?.content];
      const isSame = source === undefined || (copy !== undefined && Buffer.compare(source, copy) === 0);
      const wanted = `${path} is a copy of ${from}`;
      return {
        thing: `file ${path}`,
        wanted,
        seen: !isThere ? `${path} is missing` : isSame ? wanted : `${path} has other contents`,
        is: isThere && isSame ? "so" : isThere ? "otherwise" : "missing",
        tells: true,
      };
    },
  ];
}

/** Looks for the result of `echo … >> file` or `echo … > file` */
export async function written(deed: Deed<"written">, { look }: Sight): Promise<readonly Question[]> {
  return [async () => writtenFinding(deed, look.file(deed.path)?.content ?? null)];
}

/** The beginning of a setting, in files that a shell reads */
const KEY = /^\s*(\w+)=/;

function writtenFinding({ path, how, text }: Deed<"written">, content: Uint8Array | null): Finding {
  const now = Buffer.from(content ?? []).toString();
  const lines = now.split("\n");
  const key = KEY.exec(text)?.[1];
  // The last line with the same key counts
  const rival = lines.findLast((line) => (key === undefined ? says(line, text) : KEY.exec(line)?.[1] === key));
  const isAdded = rival !== undefined && says(rival, text);
  // A replaced file may have grown since; an empty text must still leave a line
  const isSo = how === "added" ? isAdded : now.startsWith(`${text}\n`);
  return {
    thing: how === "added" ? `file ${path}/line ${key ?? text}` : `file ${path}`,
    wanted: `${path} ${how === "added" ? "has" : "begins with"} the line ${text}`,
    seen: content === null ? `${path} is missing` : rival === undefined ? "it has no such line" : `it has ${rival}`,
    is: isSo ? "so" : rival === undefined ? "missing" : "otherwise",
    tells: true,
  };
}

/**
 * Reports whether a line has every word of another one, as a shell that removes quotes sees them; it may have more
 * options
 */
function says(line: string, other: string): boolean {
  const wordsIn = (text: string) => text.replace(/["']/g, "").replace(KEY, "$1= ").trim().split(/\s+/);
  const words = new Set(wordsIn(line));
  return wordsIn(other).every((word) => words.has(word));
}

/** Looks for the result of `sysctl -w` or `echo 1 > /proc/sys/…` */
export async function settingSet(
  { way, path, value }: Deed<"setting">,
  { look, networks }: Sight,
): Promise<readonly Question[]> {
  const place = await networks.behind(way);
  return [
    async () => {
      const now = (await textIn(look, place.way, ["cat", path]))?.trim().replace(/\s+/g, " ") ?? null;
      const said = { thing: `setting ${path} ${place.key}`, wanted: `${path} is ${value}`, tells: false };
      return found({ ...said, seen: now === null ? `${path} is missing` : `it is ${now}` }, now === value.trim());
    },
  ];
}
