/** Finds the places in a shell script where a fault can be, line by line. */
import type { Change, Place } from "./fault.ts";

/** Lines that begin or end a block, or contain no command */
const STRUCTURE =
  /^(?:#|$|(?:if|then|elif|else|fi|for|while|until|do|done|case|esac|function|local|in)\b|[{}()]|;;|[\w-]+\(\)|["'])|[^\s)]*\)(?:\s|$)/;
const CONTINUED = /(?:\\|\||&&|\|\||[({])$/;

interface Replacement {
  readonly kind: string;
  readonly of: RegExp;
  readonly by: string;
}

/** Each is tried at its first match in a line */
const REPLACEMENTS: readonly Replacement[] = [
  { kind: "negation", of: /(?<=^\s*(?:if|while|until|elif) )! /, by: "" },
  { kind: "negation", of: /(?<=^\s*(?:if|while|until|elif) )(?=[^!])/, by: "! " },
  { kind: "&& and ||", of: / && /, by: " || " },
  { kind: "&& and ||", of: / \|\| /, by: " && " },
  { kind: "comparison", of: / == /, by: " != " },
  { kind: "comparison", of: /(?<=\[.*) = /, by: " != " },
  { kind: "comparison", of: / != /, by: " = " },
  { kind: "comparison", of: / -n /, by: " -z " },
  { kind: "comparison", of: / -z /, by: " -n " },
  { kind: "comparison", of: / -eq /, by: " -ne " },
  { kind: "boundary", of: / -lt /, by: " -le " },
  { kind: "boundary", of: / -gt /, by: " -ge " },
  { kind: "number", of: /(?<=\b(?:return|exit) )0\b/, by: "1" },
  { kind: "number", of: /(?<=\b(?:return|exit) )[1-9]\d*\b/, by: "0" },
];

/** Finds the places in a script, in order; a shell checks whether the result can be parsed */
export function placesInShell(text: string): readonly Place[] {
  let start = 0;
  let before = "";
  const changes: Change[] = [];
  for (const line of text.split("\n")) {
    changes.push(...lineFaults(line, before, start));
    start += line.length + 1;
    before = line;
  }
  return [...Map.groupBy(changes, (change) => `${change.start} ${change.end}`).values()];
}

function lineFaults(line: string, before: string, start: number): readonly Change[] {
  const command = line.trim();
  if (command.startsWith("#")) return [];
  const begins = start + line.indexOf(command);
  const isWhole = !STRUCTURE.test(command) && !CONTINUED.test(command) && !CONTINUED.test(before.trim());
  return [
    ...(isWhole ? [{ kind: "statement dropped", start: begins, end: begins + command.length, text: ":" }] : []),
    ...REPLACEMENTS.flatMap(({ kind, of, by }) => {
      const found = of.exec(line);
      if (found === null) return [];
      const place = start + found.index;
      return [{ kind, start: place, end: place + found[0].length, text: by }];
    }),
  ];
}
