import type { Deed } from "../deed.ts";
import { type Finding, found } from "../finding.ts";
import type { Question, Sight } from "../sight.ts";

/** A program that was started, and is to stay */
export async function programRuns(deed: Deed<"program">, { look }: Sight): Promise<readonly Question[]> {
  return [async () => programFinding(deed, (await look.text(["pgrep", "--exact", "--list-full", deed.name])) ?? "")];
}

/** Its arguments may stand in any order */
function programFinding({ name, args }: Deed<"program">, listed: string): Finding {
  const running = listed.split("\n").map((line) => line.split(" ").slice(1));
  const isSo = running.some((words) => args.every((arg) => words.includes(arg)));
  const thing = `program ${name}`;
  const wanted = `${name} runs, told ${args.join(" ")}`;
  if (listed.trim() === "") return found({ thing, wanted, seen: `no ${name} runs`, tells: true }, false);
  const seen = isSo ? wanted : "it runs, told something else";
  return { thing, wanted, seen, is: isSo ? "so" : "otherwise", tells: true };
}
