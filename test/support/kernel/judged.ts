/** A line, as `wirework check` looks for its work on this host. */
import { lookHere } from "../../../lib/labs/look-here.ts";
import { compareContainer } from "../../../lib/learner/wanted-container.ts";
import { containerMadeBy, deedsOfLine } from "../../../lib/learner/deeds/deeds-of.ts";
import { judge, type JudgedLine } from "../../../lib/learner/judge.ts";
import { Networks } from "../../../lib/learner/host-networks.ts";
import type { ReadLine } from "../../../lib/learner/recipe-line.ts";
import { remembering } from "../../../lib/learner/remembering.ts";
import type { SeenContainer } from "../../../lib/learner/host-containers.ts";
import type { Line, Performer } from "../../../lib/shell/template/session-line.ts";

/** Judges a line of a sandbox, alone */
export async function judgedAlone(
  { text, commands, redirection }: Line,
  performer: Performer,
  containers: readonly SeenContainer[],
): Promise<JudgedLine> {
  const seen = remembering(lookHere(performer));
  const pids = containers.filter(({ isRunning }) => isRunning).map(({ pid }) => pid);
  const deeds = deedsOfLine(
    commands.map(({ argv }) => argv),
    redirection,
  );
  const [{ argv }] = commands;
  const args = containerMadeBy(argv);
  const isLike = (container: SeenContainer) => compareContainer(args ?? [], container).differences.length === 0;
  const made = args === null ? null : { args, word: "made", container: containers.findLast(isLike) ?? null };
  const line: ReadLine = { step: 0, text, in: "host", said: "article", does: "changes", deeds, made };
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
