import type { Deed } from "../deed.ts";
import { type Finding, found } from "../finding.ts";
import type { Question, Sight } from "../sight.ts";

/** Looks for a program that was started, and keeps running */
export async function programRuns(deed: Deed<"program">, { look }: Sight): Promise<readonly Question[]> {
  return [async () => programFinding(deed, (await look.text(["pgrep", "--exact", "--list-full", deed.name])) ?? "")];
}

/** Compares the arguments in any order */
function programFinding({ name, args }: Deed<"program">, listed: string): Finding {
  const running = listed.split("\n").map((line) => line.split(" ").slice(1));
  const isSo = running.some((words) => args.every((arg) => words.includes(arg)));
  const thing = `program ${name}`;
  const wanted = `${name} is running with the arguments ${args.join(" ")}`;
  if (listed.trim() === "") return found({ thing, wanted, seen: `${name} is not running`, tells: true }, false);
  const seen = isSo ? wanted : "it is running with other arguments";
  return { thing, wanted, seen, is: isSo ? "so" : "otherwise", tells: true };
}
