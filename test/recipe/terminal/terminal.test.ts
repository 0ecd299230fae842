import { describe, expect, test } from "bun:test";

import { InFlight } from "../../../lib/recipe/run/in-flight.ts";
import { Terminal } from "../../../lib/recipe/terminal/terminal.ts";
import { StepError } from "../../../lib/shell/failure/step-error.ts";
import type { Said } from "../../../lib/shell/pace.ts";
import { naming } from "../../support/naming.ts";
import { keeping, type Told } from "../told.ts";
import { onScreen, type Screen } from "./screen.ts";

const ID = "63f36fc01b5f";

type Unknowns = "names" | "samples" | "variables";

/** A terminal, and what is told of it and before; `paced` leaves lines out, or not */
function open(
  screen: Screen | null,
  { knows = true, unknowns = "names" as Unknowns, paced = true, speaker = "article" as "article" | "told" } = {},
) {
  const told: Told[] = [];
  const asked: (Said | "after")[] = [];
  const inFlight = new InFlight();
  const pace = {
    before: async (said: Said) => {
      asked.push(said);
      return paced ? { after: async () => void asked.push("after") } : null;
    },
  };
  const surroundings = { announcer: keeping(told), inFlight, pace, performer: { knows, unknowns }, speaker };
  return { terminal: new Terminal(ID, screen?.session ?? null, surroundings), told, asked, inFlight };
}

/** Answers the next line that is typed */
async function answers(screen: Screen, ...shown: readonly string[]): Promise<string> {
  const line = await screen.reads();
  screen.shows(line);
  for (const text of shown) screen.shows(text);
  return line;
}

describe("a line that is typed", () => {
  test("gives what it printed, without its echo and the next prompt, and is told with the prompt before it", async () => {
    const screen = onScreen();
    screen.shows("one# ");
    const { terminal, told, asked, inFlight } = open(screen);
    const typing = terminal.type`echo ${"a b"}`;
    expect(() => inFlight.assertNone()).toThrow("`echo 'a b'`");
    expect(await answers(screen, "a b\n", "\nc\n", "two# ")).toBe("echo 'a b'\n");
    expect(await typing).toBe("a b\n\nc");
    expect(told).toEqual([["typed", "echo 'a b'", "a b\n\nc", "one# ", "article"]]);
    expect(asked).toEqual([{ text: "echo 'a b'", prompt: "one# " }, "after"]);
    inFlight.assertNone();
  });

  test("is told as the recipe's own, or the article's, with the same terminal", async () => {
    const screen = onScreen();
    screen.shows("# ");
    const { terminal, told } = open(screen, { speaker: "told" });
    for (const [as, speaker] of [
      [terminal, "told"],
      [terminal.quoted, "article"],
      [terminal.told.quoted.told, "told"],
    ] as const) {
      const typing = as.type`true`;
      await answers(screen, "# ");
      expect(await typing).toBe("");
      expect(told.at(-1)).toEqual(["typed", "true", "", "# ", speaker]);
      expect(as.word()).toBe(ID);
    }
  });

  test("after which the shell has ended is an error, and told of nobody", async () => {
    const screen = onScreen();
    const { terminal, told, asked } = open(screen);
    const typing = terminal.type`kill 1`;
    const failure = typing.catch((error: unknown) => error);
    await screen.reads();
    screen.ends(137);
    expect(await failure).toBeInstanceOf(StepError);
    expect(await failure).toMatchObject({ message: naming("kill 1", ID, 137), command: "kill 1" });
    expect(told).toEqual([]);
    expect(asked).toEqual([{ text: "kill 1", prompt: `root@${ID}:/# ` }]);
  });

  test("is left out where its turn does not come", async () => {
    const screen = onScreen();
    const { terminal, told } = open(screen, { paced: false });
    expect(await terminal.type`true`).toBe("");
    expect(await terminal.exit()).toBe(0);
    expect(told).toEqual([]);
    expect(screen.session.exitCode).toBeNull();
  });
});

test("leaving types exit, and gives the exit status after the end", async () => {
  const screen = onScreen();
  screen.shows("# ");
  const { terminal, told, asked, inFlight } = open(screen);
  const leaving = terminal.exit();
  expect(() => inFlight.assertNone()).toThrow("`exit`");
  expect(await screen.reads()).toBe("exit\n");
  expect(told).toEqual([["typed", "exit", "", "# ", "article"]]);
  expect(asked).toEqual([{ text: "exit", prompt: "# " }]);
  screen.ends(3);
  expect(await leaving).toBe(3);
  expect(asked).toEqual([{ text: "exit", prompt: "# " }, "after"]);
});

describe("without a session", () => {
  const prompt = `root@${ID}:/# `;

  test("a dry run tells of lines at a prompt by its id, with nothing printed", async () => {
    const { terminal, told } = open(null, { knows: false });
    expect(await terminal.type`ip route`).toBe("");
    expect(await terminal.exit()).toBe(0);
    expect(told).toEqual([
      ["typed", "ip route", "", prompt, "article"],
      ["typed", "exit", "", prompt, "article"],
    ]);
  });

  test("a run tells nothing of one that was left out", async () => {
    const { terminal, told, asked } = open(null);
    expect(await terminal.type`ip route`).toBe("");
    expect(await terminal.exit()).toBe(0);
    expect(told).toEqual([]);
    expect(asked).toEqual([
      { text: "ip route", prompt },
      { text: "exit", prompt },
    ]);
  });
});

test.each([
  ["names", null],
  ["samples", null],
  ["variables", ID],
] as const)("with %s it is spelled %p", (unknowns, spelling) => {
  const { terminal } = open(null, { unknowns });
  expect(terminal.spelling()).toBe(spelling);
  expect(terminal.word()).toBe(ID);
});
