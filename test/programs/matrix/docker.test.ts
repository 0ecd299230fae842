/**
 * Docker's lines of the article, the recipes and the documents are run on the sandbox's own engine, beside somebody else's
 * containers, and undone by every reader of lines.
 */
import { afterAll, describe, expect, test } from "bun:test";

import { planOf } from "../../../lib/shell/invert/invert.ts";
import { readTypedLine } from "../../../lib/explain/typed-line.ts";
import { TestHost } from "../../support/host/test-host.ts";
import { type User, users } from "../../support/machine/users.ts";
import { shareOf } from "../../support/size.ts";
import { documentLines } from "./document-lines.ts";
import { Figures } from "./figures.ts";
import { type Answer, hasLeft, MatrixHost } from "./matrix-host.ts";

/** Somebody else's containers, by the names that the lines link and join, and what else these ask for */
const SETUP: readonly string[] = [
  "ip netns add c1",
  "ip addr add 203.0.113.2/32 dev lo; ip addr add 203.0.113.3/32 dev lo",
  "mkdir /tmp/web; echo FROM base >/tmp/web/Dockerfile; echo EXPOSE 80 >>/tmp/web/Dockerfile",
  "echo 'DOCKER_OPTS=\"-H unix:///var/run/docker.sock -H unix:///var/run/second.sock\"' >/etc/default/docker",
  "service docker restart",
  ...["theirs", "web", "database", "stupefied_pare"].map((name) => `docker run -d --name ${name} base sleep 600`),
  "docker run -d --name both --link stupefied_pare base sleep 600",
];

/** Without a terminal, and with names that are free, of containers and images that are there */
function runnable(line: string): string {
  return line
    .replace("-i -t ", "")
    .replace(/--name (\S+)/, "--name $1-mine")
    .replace(/\b[0-9a-f]{12}\b/g, "theirs")
    .replace(/ web-server sleep/, " base sleep");
}

function isUndoable(line: string): boolean {
  const [program = "", ...args] = readTypedLine(line).words.map(({ text }) => text);
  return planOf([program, ...args]).kind === "undoable";
}

const LINES = [...new Set([...(await documentLines()).values()].flat())].filter(
  (line) => /\bdocker\b/.test(line) && isUndoable(line),
);

/** A sandbox for the lines, and another one once a reader has left something in it */
class DockerMatrix {
  readonly #user: User;
  #opened: { readonly host: TestHost; readonly matrix: MatrixHost } | null = null;

  constructor(user: User) {
    this.#user = user;
  }

  async ask(line: string): Promise<Answer> {
    this.#opened ??= await this.#open();
    let isClean = false;
    try {
      const answer = await this.#opened.matrix.ask(line);
      isClean = !hasLeft(answer);
      return answer;
    } finally {
      if (!isClean) await this.close();
    }
  }

  async close(): Promise<void> {
    await this.#opened?.matrix[Symbol.asyncDispose]();
    await this.#opened?.host[Symbol.asyncDispose]();
    this.#opened = null;
  }

  async #open() {
    const host = await TestHost.open(this.#user, "sandbox");
    return { host, matrix: new MatrixHost(host, SETUP, "the host itself") };
  }
}

/** It removes a container that somebody else has made, or its link */
const REFUSED = /^sudo docker rm /;

describe.each(users)("as $name, a line of Docker's", (user) => {
  const opened = new DockerMatrix(user);
  const figures = new Figures();
  afterAll(async () => {
    await opened.close();
    console.log(figures.lines().join("\n"));
  });

  test.each(shareOf("lines of Docker's", [...new Set(LINES.map(runnable))], { quick: 0.06, full: 0.3 }))(
    "%s",
    async (line) => {
      const answer = await opened.ask(line);
      figures.add(answer);
      const { check, journal, script, explain } = answer;
      expect(explain?.unknown ?? []).toEqual([]);
      const isRefused = REFUSED.test(line);
      expect({ isRefused: journal.refused !== null, left: journal.left }).toEqual({ isRefused, left: [] });
      if (isRefused) return expect([script?.refused, explain?.refused]).not.toContain(null);
      // Of a container that ends at once, nothing stays
      if (!line.includes("--rm")) expect(check?.after.state).toBe("done");
      // A script that stops Docker does not run where containers do: test/script/header.test.ts. Explain says that they have to be
      // started, too, and takes it that the service was stopped
      const stopsDocker = / docker (?:stop|restart)$/.test(line);
      const lost = (parts: readonly string[] = []) =>
        parts.filter((part) => !stopsDocker || !/ (?:Up|Exited) /.test(part));
      expect(lost(script?.left)).toEqual([]);
      if (!line.endsWith("docker start")) expect(lost(explain?.left)).toEqual([]);
    },
  );
});
