/**
 * Looks for the effects of lines, before and after each is typed.
 *
 *   bun seen-inside.ts LINES
 *
 * The argument is the lines in JSON, typed one after the other; it prints a {@linkcode Seen} in JSON for
 * each.
 */
import "zx/core";

import { lookHere } from "../../../lib/labs/look-here.ts";
import { deedsOfLine } from "../../../lib/learner/deeds/deeds-of.ts";
import type { Finding } from "../../../lib/learner/finding.ts";
import { judge, type LineState } from "../../../lib/learner/judge.ts";
import { Networks } from "../../../lib/learner/networks.ts";
import type { ReadLine } from "../../../lib/learner/read-line.ts";
import { remembering } from "../../../lib/learner/remembering.ts";
import { containersOn } from "../../../lib/learner/seen-container.ts";
import type { Line } from "../../../lib/shell/template/line.ts";
import { lineOf, performerOn } from "../terminal/typist.ts";

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

async function look({ text, commands, redirection }: Line) {
  const containers = await containersOn(performer);
  const seen = remembering(lookHere(performer));
  const pids = containers.filter(({ isRunning }) => isRunning).map(({ pid }) => pid);
  const deeds = deedsOfLine(
    commands.map(({ argv }) => argv),
    redirection,
  );
  const line: ReadLine = { step: 0, text, in: "host", said: "article", does: "changes", deeds, made: null };
  const { lines } = await judge([line], {
    kind: "sandbox",
    builder: "learner",
    look: seen,
    networks: new Networks(seen, pids),
    containers,
  });
  const [judged] = lines;
  if (judged === undefined) throw new Error(`Nothing was judged of ${text}`);
  return judged;
}
