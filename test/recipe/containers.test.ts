import { describe, expect, test } from "bun:test";

import {
  addressOf,
  addressSeenBy,
  commandOf,
  hasImage,
  listContainers,
  nameOf,
  pidOf,
} from "../../lib/recipe/containers.ts";
import { CommandError } from "../../lib/shell/failure/command-error.ts";
import type { Outcome } from "../../lib/shell/outcome.ts";
import { UnexpectedOutput } from "../../lib/shell/failure/unexpected-output.ts";
import { type Answering, answering } from "../support/terminal/answering.ts";

const INSPECT = "sudo docker inspect --format";

function printing(stdout: string): Answering {
  return answering(() => ({ stdout }));
}

test.each([
  ["", []],
  ["\n", []],
  ["63f36fc01b5f\n", ["63f36fc01b5f"]],
  ["63f36fc01b5f\n1a2b3c4d5e6f\n", ["63f36fc01b5f", "1a2b3c4d5e6f"]],
])("containers that run, of %j", async (stdout, ids) => {
  const { performer, ran } = printing(stdout);
  expect(await listContainers(performer)).toEqual(ids);
  expect(ran).toEqual(["sudo docker ps --quiet"]);
});

test("a line that is no container's id is no answer", async () => {
  const { performer } = printing("63f36fc01b5f\nnobody\n");
  await expect(listContainers(performer)).rejects.toMatchObject({
    name: "UnexpectedOutput",
    command: "docker ps --quiet",
  });
});

test("a container's first process", async () => {
  const { performer, ran } = printing("2778\n");
  expect<number>(await pidOf(performer, "web")).toBe(2778);
  expect(ran).toEqual([`${INSPECT} {{.State.Pid}} web`]);
});

test("a process that is none names the command, as it would be typed", async () => {
  await expect(pidOf(printing("0").performer, "web")).rejects.toMatchObject({
    name: "UnexpectedOutput",
    command: "docker inspect --format '{{.State.Pid}}' web",
  });
});

test.each([
  ["/web\n", "web"],
  ["web", "web"],
  ["web/db", "web/db"],
])("Docker's name %j is %s", async (stdout, name) => {
  const { performer, ran } = printing(stdout);
  expect(await nameOf(performer, "63f3")).toBe(name);
  expect(ran).toEqual([`${INSPECT} {{.Name}} 63f3`]);
});

test.each([
  ['["/bin/bash",[]]', ["/bin/bash"]],
  ['["nc",["-l","-p","80"]]', ["nc", "-l", "-p", "80"]],
])("a container was started as %s", async (stdout, command) => {
  const { performer, ran } = printing(stdout);
  expect(await commandOf(performer, "web")).toEqual(command);
  expect(ran).toEqual([`${INSPECT} [{{json .Path}},{{json .Args}}] web`]);
});

test("what is no JSON is an error of its own", async () => {
  await expect(commandOf(printing("none").performer, "web")).rejects.toThrow(SyntaxError);
});

describe("a container's address", () => {
  const ONE = '{"Networks": {"one": {"IPAddress": "10.1.0.2"}, "two": {"IPAddress": "10.2.0.2"}}}';
  const TWO = '{"Networks": {"two": {"IPAddress": "10.2.0.3"}}}';

  test("is that on the first of its networks", async () => {
    const { performer, ran } = printing(ONE);
    expect<string>(await addressOf(performer, "one")).toBe("10.1.0.2");
    expect(ran).toEqual([`${INSPECT} {{json .NetworkSettings}} one`]);
  });

  test("as a neighbour sees it is that on a network of both", async () => {
    const { performer, ran } = answering((command) => ({ stdout: command.endsWith(" two") ? TWO : ONE }));
    expect<string>(await addressSeenBy(performer, "one", "two")).toBe("10.2.0.2");
    expect(ran).toEqual([`${INSPECT} {{json .NetworkSettings}} two`, `${INSPECT} {{json .NetworkSettings}} one`]);
  });

  test.each(["none", "{}"])("is not in %s", async (stdout) => {
    await expect(addressOf(printing(stdout).performer, "one")).rejects.toThrow(UnexpectedOutput);
  });
});

const FAILURE: Partial<Outcome> = { exitCode: 1, stdout: "63f36fc01b5f", stderr: "Error: no daemon\n" };

test.each([listContainers, pidOf, nameOf, commandOf, addressOf])("%p of a docker that fails", async (ask) => {
  const { performer } = answering(() => FAILURE);
  const error: unknown = await ask(performer, "web").catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CommandError);
  expect(error).toMatchObject({ exitCode: 1, stderr: "Error: no daemon\n", cause: "explained: Error: no daemon" });
});

describe("an image", () => {
  const command = "docker image inspect --format '{{.Id}}' base";

  test.each([
    [{ stdout: "sha256:1\n" }, true],
    [{ exitCode: 1, stderr: "Error: No such image: base\n" }, false],
  ])("%j: %p", async (outcome, isThere) => {
    const { performer, ran } = answering(() => outcome);
    expect(await hasImage(performer, "base")).toBe(isThere);
    expect(ran).toEqual(["sudo docker image inspect --format {{.Id}} base"]);
  });

  test("of a docker that fails otherwise is neither there nor missing", async () => {
    const { performer } = answering(() => FAILURE);
    await expect(hasImage(performer, "base")).rejects.toMatchObject({
      name: "CommandError",
      command,
      exitCode: 1,
      tryThis: command,
    });
  });
});
