/**
 * Started and stopped services. Docker's daemon takes containers, rules and docker0's address with it.
 *
 * @module
 */
import { ON_HOST } from "../../resources/entering.ts";
import type { Effect } from "../../programs/effect.ts";
import { isDocker } from "../../programs/service.ts";
import { addressSteps, type Docker0Address, seeDocker0 } from "./docker0-address.ts";
import { daemonRules } from "./daemon-rules.ts";
import { seeRunning, startAgain } from "./docker/running.ts";
import type { SeenContainer } from "./docker/seen-container.ts";
import type { InverseStep, Plan } from "./inversion.ts";
import type { Argv, Typed } from "./typed.ts";
import { comparing, step } from "./undo-steps.ts";

/** Actions in words */
const TELL: Readonly<Record<Effect<"service">["action"], string>> = {
  start: "starts",
  stop: "stops",
  restart: "restarts",
};

/** The command of an action on a service, by its program; `status` succeeds only while the service runs: Linux Standard Base 22.2, systemctl(1) */
const LINES: Readonly<Record<Effect<"service">["by"], (name: string, action: string) => Argv>> = {
  service: (name, action) => ["service", name, action],
  systemctl: (name, action) => ["systemctl", action === "status" ? "is-active" : action, name],
};

/** The state of a service, before and after */
interface State {
  readonly isRunning: boolean;
  /** Steps that remove the rules that the service is about to make */
  readonly rules: readonly InverseStep[];
  /** Docker's own bridge; `null` when there is none, or the service is not Docker's */
  readonly docker0: Docker0Address | null;
  /** Containers that stop with it */
  readonly containers: readonly SeenContainer[];
}

/** Returns the command of another action on the service */
type Line = (action: string) => Argv;

/** Equivalent to: the opposite action; a restarted service is restarted once more, at the very end */
export function planOfService({ name, action, by }: Effect<"service">, typed: Typed): Plan {
  const line: Line = (other) => LINES[by](name, other);
  return comparing<State>({
    argv: typed.argv,
    changes: `${TELL[action]} ${name}`,
    see: async (look) => ({
      isRunning: (await look.text(line("status"))) !== null,
      rules: isDocker(name) && action !== "stop" ? await daemonRules(look) : [],
      docker0: isDocker(name) && action !== "stop" ? await seeDocker0(look) : null,
      containers: isDocker(name) && action !== "start" ? await seeRunning(look) : [],
    }),
    steps: (before, after) => [
      ...steps(name, line, before.isRunning, { action, after: after?.isRunning ?? null }),
      ...startAgain(before.containers, action === "restart" ? "last" : "in turn"),
      ...addressSteps(before.docker0, after === null ? "not yet known" : after.docker0),
      ...before.rules,
    ],
  });
}

function steps(
  name: string,
  line: Line,
  wasRunning: boolean,
  { action, after }: { readonly action: string; readonly after: boolean | null },
): readonly InverseStep[] {
  const was = wasRunning ? "running" : "stopped";
  // It has read a configuration that is restored by then
  if (action === "restart" && wasRunning)
    return [
      step(ON_HOST, line("restart"), { kind: "service", name, was: "restarted", status: line("status") }, "last"),
    ];
  if (after === wasRunning || (after === null && wasRunning === (action !== "stop"))) return [];
  return [step(ON_HOST, line(wasRunning ? "start" : "stop"), { kind: "service", name, was, status: line("status") })];
}
