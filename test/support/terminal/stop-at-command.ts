/**
 * Stops a runner at a command of its recipe: imported by a test's recipe, which otherwise does the same as
 * another one.
 */
import { readFileSync, readlinkSync, writeSync } from "node:fs";

import { Recorder } from "../../../lib/recipe/recorder.ts";
import { Session } from "../../../lib/recipe/terminal/session.ts";

/** The moment in a command: at its beginning, announced but not run; or at its end, run but not reported */
export type Side = "before" | "after";

/** The place to stop, and the way: killed with `kill -9`, or waiting */
export interface Stop {
  readonly side: Side;
  /** Counted from 1: each line that a recipe types, into terminals too */
  readonly command: number;
  readonly how: "killed" | "waiting";
}

const STDOUT = 1;
const FOR_EVER = 600_000;

/**
 * Prints the runner's place as a line of JSON, and stops it there; a recipe with fewer commands prints their
 * number
 */
export function stopAt({ side, command, how }: Stop): void {
  let count = 0;
  const reach = (at: Side): void => {
    if (at !== side || count !== command) return;
    say({ ...whereabouts(), count });
    if (how === "killed") process.kill(process.pid, "SIGKILL");
    Bun.sleepSync(FOR_EVER);
  };
  const begin = (): void => {
    count++;
    reach("before");
  };
  const { finished, typed } = Recorder.prototype;
  const { type, ended } = Session.prototype;
  Object.assign(Recorder.prototype, {
    announce: begin,
    finished(this: Recorder, ...words: Parameters<typeof finished>) {
      reach("after");
      finished.apply(this, words);
    },
    typed(this: Recorder, ...words: Parameters<typeof typed>) {
      reach("after");
      typed.apply(this, words);
    },
    ended: () => say({ ...whereabouts(), count }),
  });
  Session.prototype.type = function (this: Session, line) {
    begin();
    type.call(this, line);
  };
  Session.prototype.ended = async function (this: Session) {
    const status = await ended.call(this);
    reach("after");
    return status;
  };
}

/** The report of a stopped runner */
export interface Reached {
  /** Its user namespace: a sandbox's own */
  readonly namespace: string;
  /** The name of its Docker host's cgroups; `null` in a sandbox */
  readonly cgroup: string | null;
  readonly count: number;
}

function whereabouts(): Omit<Reached, "count"> {
  const [cgroup = null] = /\bwirework-\d+-\d+-\d+\b/.exec(readFileSync("/proc/self/mountinfo", "utf8")) ?? [];
  return { namespace: readlinkSync("/proc/self/ns/user"), cgroup };
}

function say(reached: Reached): void {
  writeSync(STDOUT, `${JSON.stringify(reached)}\n`);
}
