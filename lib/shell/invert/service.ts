/**
 * Services that are started or stopped; with Docker's daemon, all that goes and comes with it.
 *
 * @module
 */
import type { Effect } from "../../programs/effect.ts";
import { isDocker } from "../../programs/service.ts";
import { addressSteps, type DaemonAddress, seeDaemonAddress } from "./daemon-address.ts";
import { daemonRules } from "./daemon-rules.ts";
import { seeRunning, startAgain } from "./docker/running.ts";
import type { SeenContainer } from "./docker/seen-container.ts";
import type { InverseStep, Plan } from "./inversion.ts";
import type { Argv, Typed } from "./typed.ts";
import { comparing, step } from "./undo-steps.ts";

/** What an action does, in words */
const TELL: Readonly<Record<Effect<"service">["action"], string>> = {
  start: "starts",
  stop: "stops",
  restart: "restarts",
};

/** The line of an action on a service, by the program that is told; `status` succeeds only when it runs: Linux Standard Base 22.2, systemctl(1) */
const LINES: Readonly<Record<Effect<"service">["by"], (name: string, action: string) => Argv>> = {
  service: (name, action) => ["service", name, action],
  systemctl: (name, action) => ["systemctl", action === "status" ? "is-active" : action, name],
};

/** What is seen before and after */
interface State {
  readonly isRunning: boolean;
  /** What takes away the rules that the service is going to make */
  readonly rules: readonly InverseStep[];
  /** Docker's own bridge; `null` where there is none, or the service has nothing to do with it */
  readonly docker0: DaemonAddress | null;
  /** Containers that end with it */
  readonly containers: readonly SeenContainer[];
}

/** The line of another action on a service */
type Line = (action: string) => Argv;

/** Equivalent to: the opposite action; a service that ran all along is restarted once more, at the very end */
export function planOfService({ name, action, by }: Effect<"service">, typed: Typed): Plan {
  const line: Line = (other) => LINES[by](name, other);
  return comparing<State>({
    argv: typed.argv,
    changes: `${TELL[action]} ${name}`,
    see: async (look) => ({
      isRunning: (await look.text(line("status"))) !== null,
      rules: isDocker(name) && action !== "stop" ? await daemonRules(look) : [],
      docker0: isDocker(name) && action !== "stop" ? await seeDaemonAddress(look) : null,
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
  // It has read its configuration, which is restored by then
  if (action === "restart" && wasRunning)
    return [step([], line("restart"), { kind: "service", name, was: "restarted", status: line("status") }, "last")];
  if (after === wasRunning || (after === null && wasRunning === (action !== "stop"))) return [];
  return [step([], line(wasRunning ? "start" : "stop"), { kind: "service", name, was, status: line("status") })];
}
