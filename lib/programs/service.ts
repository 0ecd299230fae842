/**
 * `service`, and `systemctl`.
 *
 * @module
 */
import type { Effect, EffectiveProgram } from "./effect.ts";
import type { Grammar, Said } from "./grammar.ts";
import { asks, deed, doing, grammar, need, oneWay, operand, spelled, word } from "./grammar-parts.ts";
import type { Parsed } from "./parse.ts";
import { isSaid, textsOf } from "./terms.ts";

const DOCKER: Readonly<Record<string, string>> = {
  start: "Docker makes its bridge with an address, adds rules to iptables, and turns forwarding on",
  stop: "Docker stops its containers, which only `docker start` starts again; its bridge and its rules stay",
  restart: "Docker stops its containers, reads its options again, and applies them",
};

/** Says what a known service does */
function about(verb: string, { service }: Said): string {
  return service === "docker" ? `: ${DOCKER[verb]}` : "";
}

const NAME = operand("service", "the service", { docker: "the service: Docker's daemon" });

/** Makes the actions of a service, given the program's line for one */
function actions(line: (service: string, action: string) => string): Grammar["words"] {
  return {
    start: doing(
      "starts it",
      deed(
        (said) => `starts its program${about("start", said)}`,
        ({ service = "" }) => line(service, "stop"),
      ),
    ),
    stop: doing(
      "stops it",
      deed(
        (said) => `stops its program${about("stop", said)}`,
        ({ service = "" }) => line(service, "start"),
      ),
    ),
    restart: doing(
      "stops it and starts it again, so that it reads its settings",
      oneWay(
        (said) => `stops its program, and starts it again${about("restart", said)}`,
        "restore its settings, and restart it again",
      ),
    ),
    status: doing("prints whether it runs", asks("only looks whether its program runs")),
  };
}

const SHOWN = asks("does nothing");

/** service(8): the service, and what to do with it */
export const SERVICE = {
  grammar: grammar({
    words: {
      ...actions((name, action) => `service ${name} ${action}`),
      "--status-all": doing("prints the status of all services", SHOWN),
      ...spelled(doing("prints its usage", SHOWN), "--help", "-h"),
      "--version": doing("prints its version", SHOWN),
    },
    operands: [NAME],
    needs: [need("the service", "service", "--status-all", "--help", "--version")],
    lacks: "what to do with it: start, stop, restart, status",
  }),
  effects: ofService,
} satisfies EffectiveProgram;

const SHOWING = ["show", "cat", "is-active", "is-enabled", "is-failed", "list-units", "list-unit-files"] as const;

/** Actions and options that only print something */
const SHOWS = ["status", ...SHOWING, "--help", "--version"] as const;

/** systemctl(1): what to do, and the service */
export const SYSTEMCTL = {
  grammar: grammar({
    words: {
      ...actions((name, action) => `systemctl ${action} ${name}`),
      ...Object.fromEntries(SHOWING.map((verb) => [verb, doing("shows what systemd knows about it", SHOWN)])),
      "--help": doing("prints its usage", SHOWN),
      "--version": doing("prints its version", SHOWN),
      ...spelled(word("prints nothing"), "-q", "--quiet"),
      "--no-pager": word("prints everything at once"),
      "--no-block": word("does not wait for the end"),
    },
    operands: [NAME],
  }),
  effects: ofSystemctl,
} satisfies EffectiveProgram;

/** Reports whether a service is Docker's daemon */
export function isDocker(name: string): boolean {
  return /^docker(?:\.service)?$/.test(name);
}

const ACTIONS = ["start", "stop", "restart"] as const;

function ofService(parsed: Parsed): readonly Effect<"service">[] | string {
  const [name] = textsOf(parsed, NAME);
  const [action, ...others] = ACTIONS.filter((one) => isSaid(parsed, one));
  const unknown = parsed.lost ?? others[0];
  if (unknown !== undefined) return notKnown(unknown);
  return name === undefined || action === undefined ? [] : [{ kind: "service", name, action, by: "service" }];
}

function ofSystemctl(parsed: Parsed): readonly Effect<"service">[] | string {
  if (SHOWS.some((verb) => isSaid(parsed, verb))) return [];
  const [name] = textsOf(parsed, NAME);
  const [action, ...others] = ACTIONS.filter((one) => isSaid(parsed, one));
  if (name === undefined && action === undefined) return [];
  if (name === undefined || action === undefined || parsed.lost !== null || others.length > 0)
    return notKnown(action ?? name ?? "");
  return [{ kind: "service", name, action, by: "systemctl" }];
}

function notKnown(action: string): string {
  return `wirework does not know what \`${action}\` changes`;
}
