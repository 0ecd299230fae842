/**
 * Looks for the effects of lines, before and after each is typed.
 *
 *   bun seen-inside.ts LINES
 *
 * The argument is the lines in JSON, typed one after the other; it prints a {@linkcode Seen} in JSON for
 * each.
 */
import "zx/core";

import type { Finding } from "../../../lib/learner/finding.ts";
import type { LineState } from "../../../lib/learner/judge.ts";
import { containersOn } from "../../../lib/learner/host-containers.ts";
import type { Line } from "../../../lib/shell/template/session-line.ts";
import { lineOf, performerOn } from "../terminal/typist.ts";
import { judgedAlone } from "./judged.ts";

/** The observed effects of a line, and how it ended */
export interface Seen {
  readonly line: string;
  readonly before: LineState;
  readonly after: LineState;
  readonly status: number;
  readonly findings: readonly Finding[];
}

const performer = performerOn("sandbox");
for (const text of JSON.parse(process.argv[2] ?? "") as readonly string[]) {
  const line = lineOf(text);
  const before = await look(line);
  const { exitCode } = await performer.perform(line);
  const after = await look(line);
  const { state, findings } = after;
  console.log(
    JSON.stringify({ line: text, before: before.state, after: state, status: exitCode, findings } satisfies Seen),
  );
}
process.exit(0);

async function look(line: Line) {
  return judgedAlone(line, performer, await containersOn(performer));
}
