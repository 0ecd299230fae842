/**
 * Checks this machine before a recipe is announced on it.
 *
 * @module
 */
import { daemonJson } from "../../builtins/service/daemon-json.ts";
import { DEFAULT_FILE, reasonAgainstDefaultFile } from "../../hosts/machine/default-file.ts";
import { requireOwnEngine } from "../../hosts/machine/own-engine.ts";
import { HostError } from "../../hosts/host-error.ts";
import { requirePrograms } from "../../hosts/programs.ts";
import { machinePerformer } from "../../labs/machine/performer.ts";
import { lookHere } from "../../labs/look-here.ts";
import { claimsOf } from "../../labs/preflight/planned-claims.ts";
import { type Interruption, interruptionOf } from "../../labs/preflight/interruption.ts";
import { occupied } from "../../labs/preflight/occupied.ts";
import { liveHost } from "../../recipe/run/live-host.ts";
import { type PlannedLine, planRecipe } from "../../recipe/run/plan-recipe.ts";
import { preflight } from "../../recipe/run/preflight.ts";
import { Obstacle } from "../../recipe/run/obstacle.ts";
import { requireImages } from "../../recipe/run/require-images.ts";
import type { RealPerformer } from "../../shell/perform.ts";
import { quote } from "../../shell/template/quote.ts";
import { complain } from "../terminal/standard-output.ts";
import type { RunRequest } from "../options/run-request.ts";

/** The effects of a run on others */
export interface MachinePlan {
  readonly planned: readonly PlannedLine[];
  /** The names of containers that a stop of Docker would end */
  readonly interrupted: readonly string[];
}

/**
 * Requires that a recipe can run here, and be undone.
 *
 * @throws {HostError} {@linkcode Obstacle} {@linkcode CannotUndo} when it can't; nothing was touched
 */
export async function prepareMachine(request: RunRequest): Promise<MachinePlan> {
  const { name, recipe, typed, values, mayInstall, mayInterrupt, line } = request;
  if (process.geteuid?.() !== 0)
    throw new HostError(
      "Cannot run on this machine without root",
      "only root may change the machine's own network; the sandbox needs no root",
      `sudo ${line.map(quote).join(" ")}`,
    );
  await requirePrograms(["ip", ...recipe.permissions.run], mayInstall ? "allowed" : "forbidden", complain);
  requireOwnEngine();
  const performer = machinePerformer({});
  const names = new Set(Object.keys(typed));
  const all = await preflight(name, recipe, values, names, liveHost(lookHere(performer)));
  await requireImages(performer, "host", recipe, all);
  const planned = await planRecipe(recipe, all);
  const [reason] = await occupied(claimsOf(planned), lookHere(performer));
  if (reason !== undefined) throw new Obstacle(`Cannot run ${name} here: ${reason}`, null, `wirework show ${name}`);
  const interruption = interruptionOf(planned);
  requireDefaultFile(name, interruption);
  const interrupted = interruption.stops.length === 0 ? [] : await runningContainers(performer);
  if (interrupted.length > 0 && !mayInterrupt) throw wouldInterrupt(name, interruption, interrupted);
  return { planned, interrupted };
}

async function runningContainers(performer: RealPerformer): Promise<readonly string[]> {
  const names = await lookHere(performer).text(["docker", "ps", "--format", "{{.Names}}"]);
  return (names ?? "").split("\n").filter((name) => name !== "");
}

/**
 * Requires a Docker that reads the article's file: another one would ignore it, and the checks would fail for
 * no visible reason
 */
function requireDefaultFile(name: string, { writes }: Interruption): void {
  const text = writes.get(DEFAULT_FILE);
  const reason = text === undefined ? null : reasonAgainstDefaultFile();
  if (reason === null) return;
  throw new Obstacle(
    `Cannot run ${name} here: this machine's Docker does not read ${DEFAULT_FILE}`,
    `${reason}; \`${text}\` would change nothing`,
    `${settingIn(text ?? "")} in /etc/docker/daemon.json, and sudo systemctl restart docker; or --on docker`,
  );
}

/** Translates a line that writes `DOCKER_OPTS` to the file that every Docker reads */
function settingIn(line: string): string {
  const [, options] = /DOCKER_OPTS="([^"]*)"/.exec(line) ?? [];
  return options === undefined ? "the same setting" : daemonJson(options.split(" "));
}

function wouldInterrupt(name: string, { stops }: Interruption, interrupted: readonly string[]): Obstacle {
  return new Obstacle(
    `Cannot run ${name} here: \`${stops.join("`, `")}\` would interrupt ${interrupted.join(", ")}`,
    "it stops this machine's Docker, on which other containers run",
    "--interrupt, if their owners agree; or --on docker",
  );
}
