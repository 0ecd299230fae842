/**
 * The file of the options of Docker's daemon.
 *
 * @module
 */
import { parse, plainWords } from "../parse.ts";
import { ownEntry } from "../parse/own-entry.ts";
import { DAEMON } from "./options/daemon-options.ts";

/** The variable of `/etc/default/docker` */
const SETTING = /^DOCKER_OPTS=(["']?)(.*)\1$/s;

/**
 * Reads a line of `/etc/default/docker` as a setting; `null` for any other text.
 *
 * @example
 * ```ts
 * import { daemonSetting } from "./daemon-setting.ts";
 * import { expect } from "bun:test";
 *
 * expect(daemonSetting('DOCKER_OPTS="--icc=false"')).toMatch(
 *   /^the line to write: .*--icc=false: /,
 * );
 * expect(daemonSetting("1")).toBeNull();
 * ```
 */
export function daemonSetting(text: string): string | null {
  const words = SETTING.exec(text)?.[2];
  if (words === undefined) return null;
  const given = words.split(" ").filter((word) => word !== "");
  const { meanings, belongs } = parse(DAEMON, plainWords(given));
  const told = meanings.map(({ word }, at) => `${word}: ${meaningOf(word, belongs[at] ?? "")}`);
  return ["the line to write: options of Docker's daemon", ...told].join(". ");
}

function meaningOf(word: string, option: string): string {
  if (!word.startsWith("-")) return "the value of the one before it";
  return ownEntry(DAEMON.words, option)?.means ?? "wirework does not know it";
}
