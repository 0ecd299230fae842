/**
 * `nft`: tables, chains and rules that packets meet.
 *
 * Source: nft(8)
 *
 * @module
 */
import type { ReadLine } from "../read-line.ts";
import { NFT_VERBS } from "./verbs.ts";

const SHOWS: ReadonlySet<string> = new Set(["list", "monitor", "describe", "export", "get"]);

/** Reads a line up to what it is about */
export const readNftLine: ReadLine = (args, enter) => {
  let at = 0;
  for (; args[at]?.startsWith("-") === true; at++) {
    const option = args[at] ?? "";
    if (/^(?:--(?:file|interactive)(?:=|$)|-[a-zA-Z]*[fi])/.test(option))
      return "nobody has read the lines of its file";
    if (/^(?:--(?:check|help|version)$|-[a-zA-Z]*[chvV])/.test(option)) return null;
    if (/^(?:--(?:includepath|define)$|-[ID]$)/.test(option)) at++;
  }
  const [command, object = "", ...words] = args.slice(at);
  if (command === undefined || SHOWS.has(command)) return null;
  if (/\s/.test(command)) return "wirework reads the words of nft one by one: leave the quotes around all of them out";
  const known = NFT_VERBS[command]?.[object];
  if (known === undefined) return `wirework does not know how \`nft ${[command, object].join(" ").trim()}\` is undone`;
  return { verb: known, context: { enter, family: null }, words };
};
