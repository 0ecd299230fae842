/**
 * `scripts/bench`: measures what wirework costs, beside its alternatives.
 *
 * @module
 */
import { reportError } from "../../lib/cli/errors/report-error.ts";
import { parseWholeNumber } from "../../lib/values/whole-number.ts";

const HELP = `Measures what wirework costs, as ratios within one run

  scripts/bench [ROUNDS]
      recipes: beside the same steps as a bash script; their memory, and where their time goes; by default 15 rounds

  scripts/bench star [--count N,…] [--rounds N] [--only NAME,…] [--all] [--json]
      a bridge with so many containers, beside other programs that can build it
      --count    how many containers, up to 1022; by default 10,100,200,1000
      --rounds   how often each is built; by default 5
      --only     the contenders: floor, wirework, ip-batch, article, mininet, docker-connect, docker-run
      --all      large stars also by contenders that take minutes for them
      --json     one document instead of tables

What builds a star does so on a throw-away host, and is looked at before its time counts: each container has its port and its
address, and the first one reaches the last. Who isn't installed is left out, with the line that installs it.

Ends with 0, whatever the figures are; with 1 when a contender has built something else; with 2 when it doesn't
understand you.`;

const ROUNDS = { kind: "a number of rounds, or the word star", smallest: 1, largest: 1000 } as const;

process.exitCode = await measure(process.argv.slice(2));

/** Loads each benchmark on use: imports would be measured, too */
async function measure(words: readonly string[]): Promise<number> {
  const [word = "15", ...others] = words;
  try {
    if (words.some((given) => ["--help", "-h", "help"].includes(given))) {
      console.log(HELP);
      return 0;
    }
    if (word === "star") return await (await import("./star/star.ts")).benchStars(others);
    await (await import("./recipes.ts")).benchRecipes(parseWholeNumber(word, ROUNDS));
    return 0;
  } catch (error) {
    return reportError(error, words.includes("--json") ? "json" : "text");
  }
}
