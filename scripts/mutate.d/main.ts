/**
 * `scripts/mutate`: measures how many faults the tests find.
 *
 * @module
 */
import { join } from "node:path";

import { BadArguments, type MutateOptions, readArguments } from "./arguments.ts";
import { Compiler } from "./compiler.ts";
import { stopTests } from "./confined.ts";
import { Copies, Copy } from "./copy.ts";
import { drawPlaces } from "./draw.ts";
import type { Fault } from "./faults/fault.ts";
import { usersInProject } from "./imports.ts";
import { faultLine, mutateDocument, summaryLines, type Tried, tried } from "./report.ts";
import { testFiles, testsOf } from "./tests-of.ts";
import { Trials } from "./trial.ts";

const PROJECT = join(import.meta.dir, "../..");
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  try {
    const options = readArguments(words, PROJECT);
    if (process.geteuid?.() !== 0) throw new BadArguments("only root can confine faults: sudo scripts/mutate");
    await mutate(options);
    return 0;
  } catch (error) {
    if (!(error instanceof BadArguments)) throw error;
    console.error(`scripts/mutate: ${error.message}`);
    return 2;
  }
}

async function mutate({ files, count, seed, jobs, seconds, json }: MutateOptions): Promise<void> {
  const say = json ? console.error : console.log;
  say(`seed ${seed}`);
  using copies = removedWhenStopped();
  const tests = testFiles(PROJECT);
  const users = usersInProject(PROJECT);
  const trials = new Trials(PROJECT, (file) => testsOf(file, tests, users), seconds);
  const compiler = await Compiler.of(PROJECT, join(copies.folder, "compiled"));
  const faults = drawFaults({ files, seed, count }, compiler);
  const all: Tried[] = [];
  async function work(number: number): Promise<void> {
    const copy = Copy.whole(PROJECT, join(copies.folder, `${number}`));
    for (let next = await faults.next(); !next.done; next = await faults.next()) {
      const one = tried(PROJECT, next.value, await trials.try(next.value, copy));
      all.push(one);
      say(faultLine(one));
    }
  }
  await Promise.all(Array.from({ length: jobs }, (_, number) => work(number)));
  if (json) console.log(mutateDocument(all, trials.leftOut, seed));
  else for (const line of summaryLines(all, trials.leftOut, seed)) say(line);
}

/** Draws so many faults that the compiler accepts, one per place */
async function* drawFaults(
  { files, seed, count }: Pick<MutateOptions, "files" | "seed" | "count">,
  compiler: Compiler,
): AsyncGenerator<Fault, void> {
  let drawn = 0;
  for (const place of drawPlaces(PROJECT, files, seed)) {
    for (const fault of place) {
      if (drawn === count) return;
      if (!(await compiler.accepts(fault))) continue;
      drawn++;
      yield fault;
      break;
    }
  }
}

/**
 * Makes the folder of the copies. Signal handlers come first: a signal may come as soon as the folder is
 * visible.
 */
function removedWhenStopped(): Copies {
  for (const [signal, status] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      void stopTests().finally(() => {
        copies[Symbol.dispose]();
        process.exit(status);
      });
    });
  }
  const copies = new Copies();
  return copies;
}
