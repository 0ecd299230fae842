/**
 * Ctrl-P, Ctrl-Q at a container's terminal.
 */
import { describe, expect, test } from "bun:test";

import { untilDetached } from "../../../../../lib/builtins/docker/engine/streams/detach-keys.ts";
import { PastingTerminal } from "../../../../support/article-reader.ts";
import { LabMachine } from "../../../../support/machine/lab-machine.ts";
import { describeOnDocker } from "../../../../support/machine/on-docker.ts";
import { type User, users } from "../../../../support/machine/users.ts";

/** What comes through, chunk by chunk, and whether the container is left */
async function through(...chunks: readonly string[]) {
  let isLeft = false;
  const typed = (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  })();
  const passed: string[] = [];
  for await (const chunk of untilDetached(typed, () => void (isLeft = true)))
    passed.push(Buffer.from(chunk).toString());
  return { passed: passed.join("|"), isLeft };
}

test.each([
  [["ls\r"], "ls\r|", false],
  [["\x10", "\x11", "x"], "|", true],
  [["ab\x10\x11cd"], "ab", true],
  [["\x10", "a"], "|\x10a|", false],
  [["\x10", "\x10", "\x11"], "|\x10|", true],
  [["\x11", "\x10"], "\x11||\x10", false],
])("of %j", async (chunks, passed, isLeft) => {
  expect(await through(...chunks)).toEqual({ passed, isLeft });
});

/** Leaves a container as it runs, and is at the host's prompt again, with a terminal for lines */
async function leave(user: User, ...options: readonly string[]): Promise<void> {
  await using machine = await LabMachine.open(user);
  using terminal = new PastingTerminal(machine, "shell", ...options);
  await terminal.prompt("the host's");
  await terminal.paste("docker run -i -t --rm --name left base /bin/bash", "a container's");
  terminal.type("\x10");
  terminal.type("\x11");
  await terminal.prompt("the host's");
  const shown = await terminal.paste(
    'echo "status $?"; stty -a | grep -o "[-]*icanon"; docker ps -q | wc -l',
    "the host's",
  );
  expect(shown).toContain("\nstatus 0\nicanon\n1\n");
  terminal.type("docker rm -f left; exit 0\r");
  expect(await terminal.exited).toBe(0);
}

describe.each(users)("as $name", (user) => {
  test("docker run ends with 0, and the container goes on", () => leave(user));
});

describeOnDocker("on docker", () => {
  test("Docker's own client does the same", () => leave({ name: "root", prefix: [] }, "--on", "docker"));
});
