/**
 * `service`.
 *
 * @module
 */
import type { Said } from "./grammar.ts";
import { asks, deed, doing, grammar, needing, oneWay, operand } from "./grammar-parts.ts";

const DOCKER: Readonly<Record<string, string>> = {
  start: "Docker makes its bridge with an address, rules of iptables, and switches forwarding on",
  stop: "Docker ends its containers; its bridge and its rules stay",
  restart: "Docker ends its containers, reads its options again, and makes what they ask for",
};

/** What a service does, as far as it is known */
function about(verb: string, { service }: Said): string {
  return service === "docker" ? `: ${DOCKER[verb]}` : "";
}

const NAME = operand("service", "the service", { docker: "the service: Docker's daemon" });

/** The service, and what to do with it */
export const SERVICE = grammar({
  words: {
    start: doing(
      "starts it",
      deed(
        (said) => `starts its program${about("start", said)}`,
        ({ service }) => `service ${service} stop`,
      ),
    ),
    stop: doing(
      "ends it",
      deed(
        (said) => `ends its program${about("stop", said)}`,
        ({ service }) => `service ${service} start`,
      ),
    ),
    restart: doing(
      "ends it, and starts it again, so that it reads its settings anew",
      oneWay(
        (said) => `ends its program, and starts it anew${about("restart", said)}`,
        "put its settings back, and restart it again",
      ),
    ),
    status: doing("says whether it runs", asks("is only asked whether its program runs")),
  },
  operands: [NAME],
  needs: needing(NAME),
  lacks: "what to do with it: start, stop, restart, status",
});
