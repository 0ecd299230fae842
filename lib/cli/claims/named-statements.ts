import type { CheckReport } from "../../recipe/run/report.ts";

/** Names the article's statements that checks prove: `the article's statements 120, 122` */
export function namedStatements(checks: readonly CheckReport[]): string {
  const claims = [...new Set(checks.map(({ claim }) => claim))].toSorted((one, other) => one - other);
  return `the article's ${claims.length === 1 ? "statement" : "statements"} ${claims.join(", ")}`;
}
