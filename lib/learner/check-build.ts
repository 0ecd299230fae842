/**
 * Checks what a learner has built by hand: first each line of a recipe, then its checks, with real packets.
 *
 * @module
 */
import { lookHere } from "../labs/look-here.ts";
import type { Performer } from "../shell/template/session-line.ts";
import { bestReading, type BestReading, type Ground } from "./best-reading.ts";
import type { JudgedLine, Judgement } from "./judge.ts";
import { type Lesson, type ReadCheck, type Reading, readOn } from "./reading.ts";
import { remembering } from "./remembering.ts";
import { lineVerdict, stepsOf } from "./step-verdicts.ts";
import type { CheckVerdict, FirstMissing, Verdict } from "./verdict.ts";

/**
 * The time to wait for a check to pass, in milliseconds. It is short, since the learner typed the lines some time ago.
 * A check that was due earlier gets less.
 */
const PATIENCE = 1000;
const PAST_PATIENCE = 300;

/** Checks the host of this process, and changes nothing there */
export async function checkBuild(lesson: Lesson, ground: Omit<Ground, "look">): Promise<Verdict> {
  const { performer } = ground;
  const best = await bestReading(lesson, { ...ground, look: remembering(lookHere(performer)) });
  const { reading, judgement } = best;
  const checks = await askChecks(lesson, performer, best);
  const first = judgement.first;
  const asked = checks.filter(({ state }) => state === "holds" || state === "fails");
  return {
    ok: first === null && reading.failure === null && asked.length > 0 && asked.every(({ state }) => state === "holds"),
    steps: stepsOf(reading, judgement),
    checks,
    first: first === null ? null : firstMissing(first, judgement),
    ended: judgement.hasEnded === "surely",
    stopped: reading.failure?.message ?? null,
  };
}

async function askChecks(
  lesson: Lesson,
  performer: Performer,
  { reading, judgement, match, looked }: BestReading,
): Promise<readonly CheckVerdict[]> {
  const moments = reading.checks.map((check) => momentOf(check, judgement));
  const patience = { now: PATIENCE, earlier: PAST_PATIENCE, "not reached": null };
  const { checks } = await readOn(lesson, {
    performer,
    choose: (place) => match[place] ?? null,
    looked,
    patience: (place) => patience[moments[place] ?? "not reached"],
  });
  return checks.map((check, place) => checkVerdict(check, moments[place] ?? "not reached", reading.absences));
}

function firstMissing(first: JudgedLine, { hasEnded }: Judgement): FirstMissing {
  const note =
    hasEnded === "maybe"
      ? 'if you have already typed "exit", the container has ended with everything that you built in it: check before "exit"'
      : null;
  return { step: first.step + 1, ...lineVerdict(first), note };
}

/** The time at which a check is due, seen from the lines typed so far */
type Moment = "now" | "earlier" | "not reached";

function momentOf({ after }: ReadCheck, { lines, counts, hasEnded }: Judgement): Moment {
  const isOpen = ({ state }: JudgedLine) => state === "missing" || state === "wrong";
  if (hasEnded === "surely" || after > counts.lines || lines.slice(0, after).some(isOpen)) return "not reached";
  // An unseen later line may have ended what the check needs
  const mayEnd = ({ state }: JudgedLine) => state === "done" || state === "unseen";
  const goesOn = lines.slice(after, counts.typed).some(mayEnd);
  return goesOn ? "earlier" : "now";
}

function checkVerdict({ planned, report }: ReadCheck, moment: Moment, absences: Reading["absences"]): CheckVerdict {
  const { claim, name, ran, expected } = planned;
  const asked = { claim, name, ran: inWords(ran, absences), expected: inWords(expected, absences) };
  if (report === null) return { ...asked, state: "not asked", seen: null };
  const state = report.ok ? "holds" : moment === "earlier" ? "past" : "fails";
  return { ...asked, state, seen: report.seen };
}

/** Replaces words for missing values by descriptions of them */
function inWords(text: string, absences: Reading["absences"]): string {
  return text.replace(/(no )?(\$\w+)/g, (typed, no: string | undefined, word: string) => {
    const kind = absences.get(word);
    if (kind === undefined) return typed;
    return no === undefined ? kind : `${no}${kind.replace(/^an? /, "")}`;
  });
}
