import { expect, test } from "bun:test";

import { PATIENCE_SECONDS } from "../../../lib/recipe/terminal/session.ts";
import { noContainer, notOpened, notTyped } from "../../../lib/recipe/terminal/terminal-error.ts";
import { StepError } from "../../../lib/shell/failure/step-error.ts";
import { naming } from "../../support/naming.ts";
import { onScreen, type Screen } from "./screen.ts";

const SHELL = expect.stringContaining("docker run -i -t base /bin/bash");

async function ended(screen: Screen, exitCode: number): Promise<Screen> {
  screen.ends(exitCode);
  await screen.session.ended();
  return screen;
}

test("a program that runs on without a prompt is told with what it printed, and what opens a terminal", () => {
  const screen = onScreen({ cause: "never", tryThis: "asked" });
  screen.shows("working\n");
  const error = notOpened(screen.performer, "docker run top", screen.session);
  expect(error).toBeInstanceOf(StepError);
  expect(error).toMatchObject({
    message: naming("docker run top", '"$ "', '"# "', PATIENCE_SECONDS, "printed: working"),
    command: "docker run top",
    cause: expect.stringContaining("running"),
    tryThis: SHELL,
  });
  expect(notOpened(screen.performer, "x", onScreen().session).message).toEndWith("printed nothing");
});

test("one that has ended is told with its exit status, and what its host knows of its words", async () => {
  const unknown = await ended(onScreen(), 5);
  expect(notOpened(unknown.performer, "docker run true", unknown.session)).toMatchObject({
    message: naming("docker run true", 5, "printed nothing"),
    command: "docker run true",
    cause: expect.stringContaining("program ended"),
    tryThis: SHELL,
  });
  const known = onScreen({ cause: "the cause", tryThis: "another image" });
  known.shows("no such image\n");
  await ended(known, 125);
  expect(notOpened(known.performer, "docker run x", known.session)).toMatchObject({
    message: naming(125, "printed: no such image"),
    cause: "the cause of no such image of docker run x",
    tryThis: "another image",
  });
});

test("a prompt that is no container's is told with what starts one", () => {
  expect(noContainer("sh -i")).toMatchObject({
    name: "StepError",
    message: naming("sh -i", "docker ps"),
    command: "sh -i",
    cause: expect.stringContaining("not a container's first program"),
    tryThis: expect.stringContaining("docker run -i -t"),
  });
});

test("a line after which no prompt comes runs on, or has ended its shell", async () => {
  const screen = onScreen();
  screen.shows("> ");
  const line = "cat <<x";
  expect(notTyped(line, "63f36fc01b5f", screen.session)).toMatchObject({
    message: naming(line, "63f36fc01b5f", PATIENCE_SECONDS, "printed: >"),
    command: line,
    cause: expect.stringContaining("running"),
    tryThis: expect.stringContaining("docker exec -d"),
  });
  await ended(screen, 9);
  expect(notTyped(line, "63f36fc01b5f", screen.session)).toMatchObject({
    message: naming(line, "63f36fc01b5f", "exit status", 9, "printed: >"),
    command: line,
    cause: expect.stringContaining("ended the shell"),
    tryThis: expect.stringContaining("another terminal"),
  });
});
