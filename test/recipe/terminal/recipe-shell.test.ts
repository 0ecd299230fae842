import { describe, expect, test } from "bun:test";

import type { Streams } from "../../../lib/builtins/builtin.ts";
import { InFlight } from "../../../lib/recipe/run/in-flight.ts";
import { openRecipeShell, type RecipeStations } from "../../../lib/recipe/terminal/recipe-shell.ts";
import { Terminal } from "../../../lib/recipe/terminal/terminal.ts";
import { ENDING } from "../../../lib/shell/failure/failures.ts";
import type { Line, Performer } from "../../../lib/shell/template/session-line.ts";
import { NotPermitted } from "../../../lib/shell/failure/not-permitted.ts";
import type { Outcome } from "../../../lib/shell/outcome.ts";
import { AT_ONCE } from "../../../lib/shell/pace.ts";
import { refusing } from "../../../lib/shell/refusing.ts";
import { StepError } from "../../../lib/shell/failure/step-error.ts";
import { notPermitted } from "../../support/messages.ts";
import { answering, keeping, printing, type Told } from "../told.ts";

const [OLD, NEW] = ["1f1f4c1f931a", "63f36fc01b5f"] as const;
const SAMPLE = "4c01db0b339c";

/** A Docker whose containers show something, and then read until they are left; the first `ps` has only the old one */
function docker(shown: string, later: readonly string[]) {
  const ran: (readonly string[])[] = [];
  const run = async (argv: readonly string[], { output, input }: Streams): Promise<number> => {
    const isFirst = ran.length === 0;
    ran.push(argv);
    if (argv.includes("ps")) {
      output(Buffer.from((isFirst ? [OLD] : later).map((id) => `${id}\n`).join("")));
      return 0;
    }
    if (argv.includes("inspect")) {
      output(Buffer.from('["sh",["-c","x"]]\n'));
      return 0;
    }
    output(Buffer.from(shown));
    if (!/[#$] $/.test(shown)) return 4;
    for await (const _typed of input ?? []) break;
    return 0;
  };
  return { ran, performer: answering(() => printing(""), run) };
}

/** A recipe's `$`, and what it tells */
function shellOf(performer: Performer, parts: Partial<RecipeStations> = {}) {
  const told: Told[] = [];
  const stations: RecipeStations = {
    allowed: ["docker", "echo"],
    announcer: keeping(told),
    performer,
    undoing: refusing("allowed"),
    pace: AT_ONCE,
    failures: ENDING,
    inFlight: new InFlight(),
    sessions: [],
    ...parts,
  };
  return { ...openRecipeShell(stations), told, stations };
}

test("a terminal is the container that is new, named as the article has it, once its prompt is there", async () => {
  const { performer, ran } = docker("# ", [OLD, NEW]);
  const lines: Line[] = [];
  const steps: string[] = [];
  const undoing = {
    before: async (line: Line) => {
      lines.push(line);
      return {
        line,
        after: async ({ exitCode, stdout, stderr, ms }: Outcome) =>
          void steps.push(`kept ${exitCode} ${stdout}${stderr} ${ms >= 0 && ms < 60_000}`),
      };
    },
  };
  const pace = { before: async () => ({ after: async () => void steps.push("shown") }) };
  const { $, told, stations } = shellOf(performer, { undoing, pace });
  const opening = $.terminal(SAMPLE)`sudo docker run -i -t ${"a b"} sh`;
  expect(() => stations.inFlight.assertNone()).toThrow("sudo docker run -i -t 'a b' sh");
  const terminal = await opening;
  stations.inFlight.assertNone();
  expect(terminal).toBeInstanceOf(Terminal);
  expect(terminal.word()).toBe(NEW);
  const text = "sudo docker run -i -t 'a b' sh";
  expect(told).toEqual([
    ["announce", text],
    ["finished", text, 0, "# "],
    ["named", SAMPLE, NEW],
  ]);
  expect(lines).toEqual([
    {
      text,
      commands: [{ text, argv: ["sudo", "docker", "run", "-i", "-t", "a b", "sh"], handles: [] }],
      redirection: null,
      stays: null,
      speaker: "article",
      irreversible: null,
      gives: SAMPLE,
    },
  ]);
  expect(steps).toEqual(["kept 0 #  true", "shown"]);
  expect(ran[1]).toEqual(["sudo", "docker", "run", "-i", "-t", "a b", "sh"]);
  expect(stations.sessions.map(({ exitCode }) => exitCode)).toEqual([null]);
});

test("where its container is there already, a further shell is opened in it", async () => {
  const { performer, ran } = docker("# ", [OLD, NEW]);
  const whole = OLD + "0".repeat(52);
  const undoing = { before: async (line: Line) => ({ line, container: whole, after: async () => {} }) };
  const { $ } = shellOf(performer, { undoing });
  expect((await $.told.terminal(SAMPLE)`docker run -i -t base sh`).word()).toBe(OLD);
  expect(ran.find((argv) => argv.includes("exec"))).toEqual([
    "sudo",
    "docker",
    "exec",
    "-i",
    "-t",
    whole,
    "sh",
    "-c",
    "x",
  ]);
});

describe("is an error, of a step, where", () => {
  test("the program ends without a prompt, whose outcome is told", async () => {
    const { $, told } = shellOf(docker("no such image\n", []).performer);
    const failure = await $.terminal(SAMPLE)`docker run x`.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StepError);
    expect(told.at(-1)).toEqual(["finished", "docker run x", 4, "no such image\n"]);
  });

  test("no container is new, although a prompt is shown", async () => {
    const { $, told } = shellOf(docker("$ ", [OLD]).performer);
    const failure = await $.terminal(SAMPLE)`docker run x`.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StepError);
    expect(told.map(([event]) => event)).toEqual(["announce", "finished"]);
  });
});

test("a program that the recipe does not permit opens nothing", async () => {
  const { $, told } = shellOf(docker("# ", []).performer);
  await expect($.terminal(SAMPLE)`sudo rm x`).rejects.toThrow(notPermitted("rm", ["docker", "echo"]).message);
  await expect($.ifMissing("x")`rm x`).rejects.toThrow(NotPermitted);
  expect(told).toEqual([]);
});

test("a line that is left out opens nothing, and is not told", async () => {
  const { performer, ran } = docker("# ", []);
  const { $, told } = shellOf(performer, { pace: { before: async () => null } });
  expect((await $.terminal(SAMPLE)`docker run x`).word()).toBe(SAMPLE);
  expect([told, ran]).toEqual([[], []]);
});

test.each([
  ["names", [SAMPLE, SAMPLE]],
  ["samples", [SAMPLE, SAMPLE]],
  ["variables", ["shell1", "shell2"]],
] as const)("where nothing is performed and unknown values are %s, terminals go by %j", async (unknowns, names) => {
  const { $, told } = shellOf({ ...docker("", []).performer, knows: false, unknowns });
  const first = await $.terminal(SAMPLE)`docker run x`;
  const second = await $.told.terminal(SAMPLE)`docker run y`;
  expect<readonly string[]>([first.word(), second.word()]).toEqual(names);
  await second.type`ls`;
  expect(told).toEqual([
    ["announce", "docker run x"],
    ["finished", "docker run x", 0, ""],
    ["announce", "docker run y"],
    ["finished", "docker run y", 0, ""],
    ["typed", "ls", "", `root@${second.word()}:/# `, "told"],
  ]);
});
