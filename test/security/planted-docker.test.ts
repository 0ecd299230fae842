/**
 * A Docker client that somebody planted on the machine, and that answers with what means no good.
 */
import { expect, test } from "bun:test";

import { ROOT, runOnMachine } from "../hosts/machine.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { recipeFile } from "../support/recipe-file.ts";
import { expectHarmless, watched } from "./harmless.ts";
import { failedCommand } from "../support/messages.ts";

/** Sets a window's title, draws over the line, and is a line of a shell to who would run it */
const TEXT = String.raw`$(touch /evil)\033]0;evil\007\r\233"'; touch /evil #`;

/** A docker of the machine that answers this to such a question, and asks the real one else; it prints with printf(1) */
function planted(question: string, answer: string): string {
  return `
    mount -t tmpfs -o mode=755 tmpfs /srv
    mkdir -p /srv/usr/bin
    cp /usr/bin/docker /srv/usr/bin/real-docker
    cat >/srv/usr/bin/docker <<'END'\n#!/bin/sh
case "$*" in
  ${question}) ${answer} ;;
  *) exec /usr/bin/real-docker "$@" ;;
esac\nEND
    chmod 755 /srv/usr/bin/docker
    mount -t overlay -o lowerdir=/srv/usr:/usr overlay /usr`;
}

const CONTAINER = 'const c = await $.as("c", containerId("63f36fc01b5f"))`docker run -d base sleep 600`;';
const NO_CONTAINER = "\u0060docker run -d base sleep 600\u0060";

interface Case {
  readonly what: string;
  readonly question: string;
  /** Lines of a shell */
  readonly answer: string;
  readonly steps: string;
  readonly status: number;
  /** The beginning of the message */
  readonly says: string;
  /** Of the transcript */
  readonly shows: string;
}

const say = (text: string): string => `printf '%b' '${text.replaceAll("'", String.raw`'\''`)}'`;

const CASES: readonly Case[] = [
  {
    what: "a version",
    question: '"version "*',
    answer: say(String.raw`20.10.24-\033]0;$(touch /evil)\007`),
    steps: 'await check(49, "it is there").shows($`docker info`, "Server Version");',
    status: 0,
    says: "",
    shows: String.raw`this is Docker 20.10.24-\x1b]0;$(touch /evil)\x07, `,
  },
  {
    what: "an id",
    question: '"run "*',
    answer: say(TEXT),
    steps: CONTAINER,
    status: 1,
    says: `wirework: ${NO_CONTAINER} printed "$(touch /evil)\\u001b`,
    shows: "",
  },
  {
    what: "two ids",
    question: '"run "*',
    answer: say(String.raw`63f36fc01b5f\n--privileged`),
    steps: CONTAINER,
    status: 1,
    says: `wirework: ${NO_CONTAINER} printed "63f36fc01b5f\\n--privileged", `,
    shows: "",
  },
  {
    what: "a failure, at length",
    question: '"run "*',
    answer: `head -c 10000000 /dev/zero | tr '\\0' x >&2; ${say(TEXT)} >&2; exit 125`,
    steps: CONTAINER,
    status: 1,
    says: `wirework: ${NO_CONTAINER}${failedCommand("", 125).slice("``".length)}: …xxx`,
    shows: "",
  },
  {
    what: "a list of containers, to who looks for a new one",
    question: '"ps --quiet"',
    answer: `[ ! -e /first ] || ${say(TEXT)}; : >/first`,
    steps: 'await $.terminal("63f36fc01b5f")`docker run -i -t base bash`;',
    status: 1,
    says: 'wirework: `docker ps --quiet` printed "$(touch /evil)\\u001b',
    shows: "",
  },
  {
    what: "a process id, to a check",
    question: "*State.Pid*",
    answer: say(`1 ${TEXT}`),
    steps: `${CONTAINER} await check(1).ping(c, "127.0.0.1");`,
    status: 1,
    says: "wirework: `docker inspect --format '{{.State.Pid}}' ID` printed \"1 $(touch /evil)\\u001b",
    shows: "",
  },
  {
    what: "settings of a wrong kind",
    question: "*NetworkSettings*",
    answer: `echo '{"Networks": {"a": null, "b": 5, "c": {"IPAddress": ["10.0.0.1"]}}, "IPAddress": {}}'`,
    steps: `${CONTAINER} await check(1).ping(host, c);`,
    status: 1,
    says: "wirework: `docker inspect --format '{{json .NetworkSettings}}' ID` printed \"\", ",
    shows: "",
  },
  {
    what: "settings that are no JSON",
    question: "*NetworkSettings*",
    answer: say(`<html>${TEXT}`),
    steps: `${CONTAINER} await check(1).ping(host, c);`,
    status: 1,
    says: "wirework: `docker inspect --format '{{json .NetworkSettings}}' ID` printed \"<html>$(touch /evil)\\u001b",
    shows: "",
  },
];

describeOnDocker("a docker that was planted on the machine", () => {
  test.each(CASES)("answers with $what", async ({ question, answer, steps: text, status, says, shows }) => {
    const file = recipeFile(watched(text), ["docker", "ping"]);
    const ended = await runOnMachine(planted(question, answer), ROOT, ["run", file, "--on", "docker"]);
    expectHarmless(ended);
    expect(ended.stderr.replace(/[\da-f]{64}/, "ID")).toStartWith(says);
    expect(ended.stdout).toContain(shows);
    expect(ended.status).toBe(status);
    expect(ended.stderr.length).toBeLessThan(10_000);
  });
});
