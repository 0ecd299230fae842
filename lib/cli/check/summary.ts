import type { CheckVerdict, Verdict } from "../../learner/verdict.ts";

/** Summarises a verdict in one line */
export function summary(recipe: string, { ok, steps, checks, first, ended, stopped }: Verdict): string {
  const count = (state: CheckVerdict["state"]) => checks.filter((check) => check.state === state).length;
  const waiting = count("not asked");
  if (first !== null) {
    const where = first.step === 0 ? "before its first step" : `in step ${first.step}`;
    const waits = waiting === 0 ? "" : `; ${checksWait(waiting)} for it`;
    return `${recipe}: a line ${where} is ${first.state}${waits}`;
  }
  const end = endOf(steps);
  if (ended)
    return `${recipe}: its ${end ?? `"exit"`} ends the container and everything built in it: run check before that line`;
  const waitFor = `${end === null ? "" : `${end}, or `}the recipe's own additional lines`;
  const rest = waiting === 0 ? "" : `; ${checksWait(waiting)} for ${waitFor}`;
  const there = `all of its lines ${end === null ? "" : `before ${end} `}are there`;
  if (stopped !== null) return `${recipe}: cannot read the recipe to its end here: ${stopped}`;
  if (ok) return `${recipe}: ${there}, and ${holds(count("holds"))}${rest}`;
  if (count("fails") > 0) return `${recipe}: ${there}, but ${fails(count("fails"))}${rest}`;
  return `${recipe}: ${there}, but no check could run yet${rest}`;
}

/**
 * Returns the line that removed what was built, if the article continues after it; `null` if all its lines
 * come before
 */
function endOf(steps: Verdict["steps"]): string | null {
  const later = steps.flatMap(({ lines }) => lines).filter(({ state }) => state === "later");
  const [end] = later;
  return end !== undefined && later.some(({ said }) => said === "article") ? `"${end.text}"` : null;
}

function checksWait(count: number): string {
  return count === 1 ? "1 check waits" : `${count} checks wait`;
}

function holds(count: number): string {
  return count === 1 ? "1 check passes" : `${count} checks pass`;
}

function fails(count: number): string {
  return count === 1 ? "1 check fails" : `${count} checks fail`;
}
