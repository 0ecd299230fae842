/** Tries faults: whether the nearest tests fail with a fault, and pass without it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { runTests } from "./confined.ts";
import type { Copy } from "./copy.ts";
import type { Fault } from "./faults/fault.ts";

/** The limit of a test file whose duration is unknown */
const LONGEST_SECONDS = 300;
/** A file that takes so many times its usual duration, and at least so many seconds, counts as endless */
const PATIENCE = 4;
const SHORTEST_LIMIT = 60;

/** The result of a fault */
export interface Verdict {
  /** The test file that failed; `null` when the fault survived */
  readonly by: string | null;
  readonly isTimeout: boolean;
  /** The number of test files run with it */
  readonly files: number;
  readonly seconds: number;
}

/** Knows the results of the project's tests without a fault */
export class Trials {
  readonly #project: string;
  readonly #testsOf: (file: string) => readonly string[];
  readonly #secondsForAFault: number;
  /** Milliseconds beside other files */
  readonly #remembered: Readonly<Record<string, number>>;
  readonly #seconds = new Map<string, number>();
  readonly #passes = new Map<string, Promise<boolean>>();
  readonly #leftOut = new Set<string>();

  constructor(project: string, testsOf: (file: string) => readonly string[], secondsForAFault: number) {
    this.#project = project;
    this.#testsOf = testsOf;
    this.#secondsForAFault = secondsForAFault;
    const remembered = readFileSync(join(project, "test/timings/quick.json"), "utf8");
    this.#remembered = (JSON.parse(remembered) as { readonly files: Readonly<Record<string, number>> }).files; // In Bun's format
  }

  /** Lists test files that fail here without a fault, and so can't find one */
  get leftOut(): readonly string[] {
    return [...this.#leftOut].toSorted();
  }

  /** Tries a fault in a copy */
  async try(fault: Fault, copy: Copy): Promise<Verdict> {
    const begun = Date.now();
    let files = 0;
    // Only time of tests that can tell counts: a test that also fails without the fault takes none
    let spent = 0;
    copy.put(fault);
    const verdict = (by: string | null, isTimeout: boolean): Verdict => {
      const seconds = (Date.now() - begun) / 1000;
      copy.restore(fault);
      copy.tidy(fault, begun);
      return { by, isTimeout, files, seconds };
    };
    for (const test of this.#testsOf(fault.file)) {
      if (this.#leftOut.has(test) || this.#expectedSeconds(test) > this.#secondsForAFault - spent) continue;
      files++;
      const { ended, seconds } = await runTests(copy, this.#project, test, this.#limit(test));
      if (ended === "passed") {
        spent += seconds;
        this.#seconds.set(test, Math.max(seconds, this.#seconds.get(test) ?? 0));
      } else if (await this.#passesWithout(test, fault, copy, begun)) return verdict(test, ended === "timeout");
    }
    return verdict(null, false);
  }

  /** Estimates the duration of a file; it is shorter alone than beside others, as recorded */
  #expectedSeconds(test: string): number {
    return this.#seconds.get(test) ?? (this.#remembered[test] ?? 0) / 2000;
  }

  #limit(test: string): number {
    const known = this.#seconds.get(test);
    return known === undefined ? LONGEST_SECONDS : Math.max(SHORTEST_LIMIT, PATIENCE * known);
  }

  /** Checks once for each test file that it passes without a fault; the fault is reverted meanwhile */
  #passesWithout(test: string, fault: Fault, copy: Copy, begun: number): Promise<boolean> {
    const passes = this.#passes.get(test) ?? this.#runWithout(test, fault, copy, begun);
    this.#passes.set(test, passes);
    return passes;
  }

  async #runWithout(test: string, fault: Fault, copy: Copy, begun: number): Promise<boolean> {
    copy.restore(fault);
    copy.tidy(fault, begun);
    const { ended, seconds } = await runTests(copy, this.#project, test, LONGEST_SECONDS);
    copy.put(fault);
    if (ended === "passed") this.#seconds.set(test, seconds);
    else this.#leftOut.add(test);
    return ended === "passed";
  }
}
