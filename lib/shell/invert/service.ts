/**
 * `service`, and `systemctl`.
 *
 * @module
 */
import type { Effect } from "../../programs/effect.ts";
import { SERVICE, SYSTEMCTL } from "../../programs/service.ts";
import { addressSteps, type DaemonAddress, seeDaemonAddress } from "./daemon-address.ts";
import { daemonRules } from "./daemon-rules.ts";
import { seeRunning, startAgain } from "./docker/running.ts";
import type { SeenContainer } from "./docker/seen-container.ts";
import { type InverseStep, NONE, type Plan, unknown } from "./inversion.ts";
import type { Argv, Typed } from "./typed.ts";
import { typedEffects } from "./typed-effects.ts";
import { comparing, step } from "./undo-steps.ts";

/** What an action does, in words */
const TELL: Readonly<Record<Effect<"service">["action"], string>> = {
  start: "starts",
  stop: "stops",
  restart: "restarts",
};

/** `service NAME ACTION` */
export function service(typed: Typed): Plan {
  return inverted(typed, typedEffects(typed, SERVICE), ({ name }, verb) => ["service", name, verb]);
}

/** `systemctl ACTION NAME` */
export function systemctl(typed: Typed): Plan {
  return inverted(typed, typedEffects(typed, SYSTEMCTL), ({ name }, verb) => ["systemctl", verb, name]);
}

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
type Line = (verb: string) => Argv;

function inverted(
  typed: Typed,
  effects: readonly Effect<"service">[] | string,
  lineOf: (service: Effect<"service">, verb: string) => Argv,
): Plan {
  if (typeof effects === "string") return unknown(effects);
  const [service] = effects;
  if (service === undefined) return NONE;
  const { name, action } = service;
  const line: Line = (verb) => lineOf(service, verb);
  return comparing<State>({
    argv: typed.argv,
    changes: `${TELL[action]} ${name}`,
    see: async (look) => ({
      isRunning: (await look.text(statusOf(line))) !== null,
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

function isDocker(name: string): boolean {
  return /^docker(?:\.service)?$/.test(name);
}

/** Its exit status is 0 only when the service runs: Linux Standard Base 22.2, systemctl(1) */
function statusOf(line: Line): Argv {
  const status = line("status");
  return status[0] === "systemctl" ? ["systemctl", "is-active", ...status.slice(2)] : status;
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
    return [step([], line("restart"), { kind: "service", name, was: "restarted", status: statusOf(line) }, "last")];
  if (after === wasRunning || (after === null && wasRunning === (action !== "stop"))) return [];
  return [step([], line(wasRunning ? "start" : "stop"), { kind: "service", name, was, status: statusOf(line) })];
}
