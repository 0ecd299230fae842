/**
 * Names, hostnames and other words that mean no good, to the sandbox's own docker: refused, or taken to the letter.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { STATE_FOLDER } from "../../lib/builtins/docker/engine/store.ts";
import { someone } from "../support/host/no-namespaces.ts";
import { TestHost } from "../support/host/test-host.ts";

/** Each would leave a file of that name somewhere, or reach one, were it read again */
const WORDS = [
  "$(touch /evil)",
  "`touch /evil`",
  ";touch /evil;",
  "a\ntouch /evil\n",
  "'; touch /evil; '",
  '"; touch /evil; "',
  "| touch /evil",
  "../../../../../evil",
  "/evil",
  "--privileged",
  "-rf",
  "{{.Evil}}",
  "%s%n\\n",
  "a b",
  "\u001b]0;evil\u0007",
  "evil é",
] as const;

/** Where a word can stand, in lines of docker; `web` is a container that runs */
const PLACES: readonly (readonly [place: string, line: (word: string) => readonly string[]])[] = [
  ["a name", (word) => ["run", "--rm", "--name", word, "base", "true"]],
  ["a hostname", (word) => ["run", "--rm", "--hostname", word, "base", "cat", "/etc/hostname", "/etc/hosts"]],
  ["a link's alias", (word) => ["run", "--rm", "--link", `web:${word}`, "base", "cat", "/etc/hosts"]],
  ["a link's server", (word) => ["run", "--rm", "--link", word, "base", "true"]],
  ["a variable", (word) => ["run", "--rm", "--env", word, "base", "env"]],
  ["a variable's value", (word) => ["run", "--rm", "--env", `A=${word}`, "base", "sh", "-c", 'printf %s "$A"']],
  ["a port", (word) => ["run", "--rm", "--expose", word, "base", "true"]],
  ["a folder", (word) => ["run", "--rm", "--workdir", `/tmp/${word}`, "base", "pwd"]],
  ["a network", (word) => ["run", "--rm", "--net", word, "base", "true"]],
  ["an image", (word) => ["run", "--rm", word, "true"]],
  ["a program", (word) => ["run", "--rm", "base", word]],
  ["an argument", (word) => ["run", "--rm", "base", "printf", "%s", word]],
  ["an argument on a terminal", (word) => ["run", "--rm", "--tty", "base", "printf", "%s", word]],
  ["an argument of exec", (word) => ["exec", "web", "printf", "%s", word]],
  ["a variable of exec", (word) => ["exec", "--env", `A=${word}`, "web", "true"]],
  ["a container to enter", (word) => ["exec", word, "true"]],
  ["a container to look at", (word) => ["inspect", word]],
  ["a format", (word) => ["inspect", "--format", word, "web"]],
  ["a container to read", (word) => ["logs", word]],
  ["a container to stop", (word) => ["stop", word]],
  ["a container to remove", (word) => ["rm", "--force", word]],
  ["a filter", (word) => ["ps", "--filter", word]],
  ["a command", (word) => [word]],
];

/** Files that only a word which was read again could have made: beside the root, where paths lead, in what can be written to */
const FIND = ["sh", "-c", "find /*evil* /run /tmp /etc /root /mnt -name '*evil*' 2>/dev/null"];

describe("in a sandbox", () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await TestHost.open(someone, "sandbox");
    expect(await host.$`docker run -d --name web base sleep 600`).toMatchObject({ status: 0 });
  });
  afterAll(() => host[Symbol.asyncDispose]());

  test.each(PLACES)("%s", async (_place, line) => {
    const said = await Promise.all(WORDS.map((word) => host.run(["docker", ...line(word)])));
    for (const { status, stdout, stderr } of said) {
      if (status !== 0) expect(stderr).not.toBe("");
      expect(`${stdout}${stderr}`).not.toMatch(/TypeError|ENOENT|undefined|\[object/);
    }
    expect((await host.run(FIND)).stdout).toBe("");
    // Nor has a word led to the container that was not named
    expect((await host.$`docker ps --quiet --no-trunc`).stdout).toMatch(/^[\da-f]{64}\n$/);
    expect((await host.$`ls ${STATE_FOLDER}/containers`).stdout).toMatch(/^[\da-f]{64}\n$/);
  });
});
