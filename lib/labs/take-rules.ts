import type { InverseStep } from "../shell/invert/inversion.ts";
import { beyond } from "../resources/lists.ts";
import { linesOf } from "../shell/invert/printed-lines.ts";
import type { UndoSurroundings } from "./undo.ts";

/** A word of `iptables -S`: bare, or in double quotes */
const WORD = /"((?:[^"\\]|\\.)*)"|\S+/g;

/**
 * Deletes the rules that name a bridge, except those that existed before.
 *
 * Equivalent to: `iptables -t $table -D …` for each
 *
 * @returns the error message of iptables; `null` when no rule is left
 */
export async function takeRules(
  { table, names, before }: Extract<InverseStep, { kind: "rules" }>,
  { look, run }: Pick<UndoSurroundings, "look" | "run">,
): Promise<string | null> {
  const now = linesOf((await look.text(["iptables", "-t", table, "-S"])) ?? "");
  const made = beyond(now, before).map(wordsOf);
  const complaints: string[] = [];
  for (const [, ...words] of made.filter((rule) => rule[0] === "-A" && rule.some((word) => names.includes(word)))) {
    const { exitCode, stderr } = await run(["iptables", "-w", "-t", table, "-D", ...words]);
    if (exitCode !== 0) complaints.push(stderr.trim());
  }
  return complaints.length === 0 ? null : complaints.join("\n");
}

function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(WORD)].map(([word, quoted]) => quoted?.replace(/\\(.)/g, "$1") ?? word);
}
