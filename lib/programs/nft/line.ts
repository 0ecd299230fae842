/**
 * Lines of `nft`, parsed up to the object that they change.
 *
 * Source: nft(8)
 *
 * @module
 */
import { ownEntry, parse } from "../parse.ts";
import type { ReadLine } from "../read-line.ts";
import { NFT_VERBS } from "./verbs.ts";

const SHOWS: ReadonlySet<string> = new Set(["list", "monitor", "describe", "export", "get"]);

/** Parses a line up to its object */
export const readNftLine: ReadLine = (all, enter) => {
  let at = 0;
  for (; all[at]?.text.startsWith("-") === true; at++) {
    const option = all[at]?.text ?? "";
    if (/^(?:--(?:file|interactive)(?:=|$)|-[a-zA-Z]*[fi])/.test(option))
      return "wirework does not read the lines of its file";
    if (/^(?:--(?:check|help|version)$|-[a-zA-Z]*[chvV])/.test(option)) return null;
    if (/^(?:--(?:includepath|define)$|-[ID]$)/.test(option)) at++;
  }
  const [command, object, ...words] = all.slice(at);
  if (command === undefined || SHOWS.has(command.text)) return null;
  if (/\s/.test(command.text))
    return "wirework reads the words of nft one by one: leave the quotes around all of them out";
  const verb = ownEntry(ownEntry(NFT_VERBS, command.text), object?.text);
  if (verb !== undefined) return { verb, parsed: parse(verb.grammar, words), context: { enter, family: null } };
  return `wirework does not know how \`nft ${[command.text, object?.text ?? ""].join(" ").trim()}\` is undone`;
};
