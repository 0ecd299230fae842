/** Types a recipe's lines by hand on the current host, and may omit one. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

import { builtinsOn } from "../../../lib/builtins/builtin-table.ts";
import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import { readTypedLine } from "../../../lib/explain/typed-line.ts";
import type { ThrowAwayKind } from "../../../lib/hosts/host-kind.ts";
import { runHere } from "../../../lib/labs/look-here.ts";
import { checksOf } from "../../../lib/recipe/checks/recipe-checks.ts";
import { dryPerformer } from "../../../lib/recipe/run/dry-performer.ts";
import { InFlight } from "../../../lib/recipe/run/in-flight.ts";
import { changesSomething } from "../../../lib/recipe/run/leaving-out.ts";
import { SILENT } from "../../../lib/recipe/run/observer.ts";
import type { Recipe } from "../../../lib/recipe/recipe.ts";
import { openRecipeShell } from "../../../lib/recipe/terminal/recipe-shell.ts";
import { stepOf } from "../../../lib/recipe/step.ts";
import type { Failures } from "../../../lib/shell/failure/failures.ts";
import type { Line } from "../../../lib/shell/template/session-line.ts";
import { Named } from "../../../lib/shell/template/named.ts";
import type { Pace } from "../../../lib/shell/pace.ts";
import { RealPerformer } from "../../../lib/shell/perform.ts";
import { refusing } from "../../../lib/shell/refusing.ts";
import { StepError } from "../../../lib/shell/failure/step-error.ts";
import { UnexpectedOutput } from "../../../lib/shell/failure/unexpected-output.ts";

/** Continues after failures, as somebody would who does not look */
const GOING_ON: Failures = { patience: 0, meet: () => {}, unmade: () => {} };

/** Returns a performer with the host's own programs, and ours */
export function performerOn(kind: ThrowAwayKind): RealPerformer {
  return new RealPerformer({ builtins: builtinsOn(kind), environment: HOST_ENVIRONMENT });
}

const RESOLV_CONF = readFileSync("/etc/resolv.conf");

/** Removes what was typed before */
export async function makeFresh(performer: RealPerformer): Promise<void> {
  const run = (...argv: readonly string[]) => runHere(performer, argv);
  const { stdout } = await run("docker", "ps", "--all", "--quiet");
  for (const id of stdout.split("\n").filter((line) => line !== "")) await run("docker", "rm", "--force", id);
  await run("docker", "rmi", "--force", "web-server");
  await run("rm", "-rf", "/tmp/web");
  const entries = await run("ls", "/var/run/netns");
  for (const name of entries.stdout.split("\n")) await run("umount", `/var/run/netns/${name}`);
  await run("rm", "-rf", "/var/run/netns");
  const links = readdirSync("/sys/class/net").filter((name) => name !== "lo");
  for (const link of links) await run("ip", "link", "del", link);
  await run("iptables", "--flush");
  await run("pkill", "dnsmasq");
  writeFileSync("/etc/resolv.conf", RESOLV_CONF);
  writeFileSync("/etc/default/docker", "");
  await run("service", "docker", "restart");
}

const ALONG = { after: async () => {} };

/** The lines to type, and to omit */
interface Typing {
  /** The line at which the typing ends */
  readonly until: RegExp;
  /** The index of the omitted line among those that change something; -1 for none */
  readonly leftOut: number;
}

/** Types the lines without checks; returns the texts of those that change something */
export async function typeRecipe(
  recipe: Recipe,
  values: Readonly<Record<string, unknown>>,
  performer: RealPerformer,
  { until, leftOut }: Typing,
): Promise<readonly string[]> {
  const changing: string[] = [];
  const absent: string[] = [];
  let hasEnded = false;
  const pace: Pace = {
    before: async (said) => {
      hasEnded ||= until.test(said.text);
      if (hasEnded) return null;
      if (!("commands" in said)) return ALONG;
      const place = changesSomething(said) ? changing.push(said.text) - 1 : null;
      if (place !== leftOut && !handlesIn(said).some((name) => absent.includes(name))) return ALONG;
      // Nobody can type its result
      if (said.gives !== null) absent.push(said.gives);
      return null;
    },
  };
  const common = { allowed: recipe.permissions.run, failures: GOING_ON, inFlight: new InFlight() };
  const undoing = refusing("allowed");
  const { $ } = openRecipeShell({ ...common, announcer: SILENT, performer, undoing, pace, sessions: [] });
  const unasked = { ...common, observer: SILENT, performer: dryPerformer, patience: 0 };
  const tools = { $, step: stepOf(() => {}), check: (claim: number, name = "") => checksOf(unasked, claim, name) };
  // Without a container's id, the rest can't be typed
  await recipe.run(tools, values).catch((error: unknown) => {
    if (!(error instanceof UnexpectedOutput || error instanceof StepError)) throw error;
  });
  return changing;
}

/** Returns the recipe's names for the values in a line */
function handlesIn({ commands }: Line): readonly string[] {
  return commands.flatMap(({ handles }) =>
    handles.map((handle) => (handle instanceof Named ? handle.name : handle.word())),
  );
}

/** Parses a typed line */
export function lineOf(text: string): Line {
  const { words, redirection } = readTypedLine(text);
  const [program = "", ...args] = words.map((word) => word.text);
  return {
    text,
    commands: [{ argv: [program, ...args], text, handles: [] }],
    redirection: redirection === null ? null : { ...redirection, file: redirection.file.text },
    stays: null,
    speaker: "article",
    irreversible: null,
    gives: null,
  };
}
