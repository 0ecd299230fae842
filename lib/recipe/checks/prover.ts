/**
 * Runs one check of a statement, and reports its result.
 *
 * @module
 */
import type { Failures } from "../../shell/failure/failures.ts";
import type { Performer } from "../../shell/template/session-line.ts";
import { eventually, type Finding } from "./eventually.ts";
import type { InFlight } from "../run/in-flight.ts";
import type { Observer } from "../run/observer.ts";
import type { Question } from "./question.ts";

/** Thrown when a check fails */
export class CheckFailed extends Error {
  constructor(claim: number, name: string, expected: string, seen: string) {
    super(`Check of statement ${claim} failed (${name}): expected ${expected}, saw ${seen}`);
    this.name = "CheckFailed";
  }
}

/** The parts of a run that checks use */
export interface CheckContext {
  readonly performer: Performer;
  readonly allowed: readonly string[];
  readonly observer: Observer;
  readonly inFlight: InFlight;
  readonly failures: Failures;
}

/** Proves one statement */
export class Prover {
  readonly #context: CheckContext;
  readonly #claim: number;
  readonly #name: string;

  constructor(context: CheckContext, claim: number, name: string) {
    this.#context = context;
    this.#claim = claim;
    this.#name = name;
  }

  /** The time for retries, in milliseconds */
  get patience(): number {
    return this.#context.failures.patience;
  }

  /**
   * Tries once.
   *
   * @param ran the description of the check and of its expected result
   * @throws {CheckFailed} when it fails
   */
  prove(question: Question, ran: string, expected: string, find: () => Promise<Finding>): Promise<void> {
    return this.#context.inFlight.track(ran, this.#proveNow(question, ran, expected, find));
  }

  /** Tries again until it passes, or the time is over */
  proveEventually(question: Question, ran: string, expected: string, find: () => Promise<Finding>): Promise<void> {
    return this.prove(question, ran, expected, () => eventually(this.patience, find));
  }

  async #proveNow(question: Question, ran: string, expected: string, find: () => Promise<Finding>): Promise<void> {
    const { performer, observer, failures } = this.#context;
    const planned = { claim: this.#claim, name: this.#name, ran, expected };
    if (!performer.knows) return observer.wouldCheck(planned, question);
    const { ok, seen } = await find().catch((error: unknown): Finding => {
      if (!(error instanceof Error)) throw error;
      failures.unmade(error);
      return { ok: false, seen: error.message };
    });
    observer.checked({ ...planned, seen, ok });
    if (!ok) failures.meet(new CheckFailed(this.#claim, this.#name || ran, expected, seen));
  }
}
