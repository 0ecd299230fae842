/**
 * What every recipe promises, as the tests of each one ask for it.
 */
import { describe, expect, test } from "bun:test";

import type { RunReport } from "../../lib/recipe/run/report.ts";
import { Mark } from "../support/mark.ts";
import { takeSnapshot } from "../support/kernel/snapshot.ts";
import { type User, users } from "../support/machine/users.ts";
import { waysOf } from "../support/ways.ts";
import { wirework } from "../support/wirework.ts";
import { articleLines, inTheArticlesWords, type Samples } from "./article.ts";
import { gone } from "../support/messages.ts";

/** What is particular about a recipe */
export interface Promises {
  readonly samples: Samples;
  /** The numbers of the statements that it proves, in order */
  readonly claims: readonly number[];
}

/** Runs a recipe, and reads its document */
export async function reportOf(user: User, ...args: readonly string[]): Promise<RunReport> {
  const { status, stdout, stderr } = await wirework(user, ["run", ...args, "--json"]);
  if (stderr !== "") throw new Error(`exit ${status}: ${stderr}`);
  return JSON.parse(stdout) as RunReport; // of schema 1, which the tests look at
}

/** Tests what all recipes promise */
export function testPromises(recipe: string, { samples, claims }: Promises): void {
  describe.each(waysOf(recipe))("$name", ({ user, environment }) => {
    test.concurrent("types the article's lines, in order, and leaves the machine as it was", async () => {
      const before = takeSnapshot();
      const mark = new Mark();
      const { status, stdout, stderr } = await wirework(user, ["run", recipe], {
        environment: { ...environment, ...mark.environment },
      });
      expect({ status, stderr, left: mark.processes() }).toEqual({ status: 0, stderr: "", left: [] });
      expect(takeSnapshot()).toEqual(before);
      const article = articleLines(recipe);
      const lines = inTheArticlesWords(stdout, article, samples);
      expect(lines.filter((line) => line.startsWith("$ "))).toEqual(article.filter((line) => line.startsWith("$ ")));
      expect(lines.filter((line) => article.includes(line))).toEqual([...article]);
      const numbers = [...new Set(claims)].toSorted((one, other) => one - other);
      const proved = `statement${numbers.length === 1 ? "" : "s"} ${numbers.join(", ")}`;
      expect(stdout).toEndWith(
        `\n${recipe}: ${claims.length} checks passed, for the article's ${proved}\n${gone("sandbox")}`,
      );
    });
  });

  describe.each(users)("as $name", (user) => {
    test.concurrent("proves its statements on real packets, and says what it saw", async () => {
      const { checks, ...report } = await reportOf(user, recipe);
      expect(report).toMatchObject({ schema: 1, recipe, on: "sandbox", ok: true, left: [] });
      expect(checks.map(({ claim }) => claim)).toEqual([...claims]);
      for (const { name, ran, expected, seen, ok } of checks) {
        expect(ok).toBe(true);
        for (const text of [name, ran, expected, seen]) expect(text).toMatch(/\w/);
      }
      expect(report.steps.flatMap(({ commands }) => commands).filter(({ exit }) => exit !== 0)).toEqual([]);
    });
  });
}
