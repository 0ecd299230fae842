import { describe, expect, test } from "bun:test";

import { chosenPorts, engineVersion } from "../../../../lib/recipe/run/live-engine.ts";
import type { Outcome } from "../../../../lib/shell/outcome.ts";
import { ARTICLE } from "../../../../lib/eras/era.ts";
import { answering } from "../../../support/terminal/answering.ts";
import { proving } from "./proving.ts";

const VERSION = "docker version --format {{.Server.Version}}";
const RANGE = "cat /proc/sys/net/ipv4/ip_local_port_range";

/** An engine of that version on a kernel with that range */
function engine(version: string, range = "32768\t60999\n"): (command: string) => Partial<Outcome> {
  return (command) => ({ stdout: command === VERSION ? version : command === RANGE ? range : "?" });
}

test.each<readonly [string, Partial<Outcome>, string | null]>([
  ["a version", { stdout: "20.10.24+dfsg1\n" }, "20.10.24+dfsg1"],
  ["nothing", { stdout: "\n" }, null],
  ["a failure", { stdout: "1.1.2\n", stderr: "no daemon", exitCode: 1 }, null],
])("an engine that answers with %s", async (_what, outcome, version) => {
  const { performer, ran } = answering(() => outcome);
  expect(await engineVersion(performer)).toBe(version);
  expect(ran).toEqual([VERSION]);
});

describe("ports that an engine chooses", () => {
  test("are the article's of one like that, and nobody asks the kernel", async () => {
    const { performer, ran } = answering(engine(`${ARTICLE}\n`));
    expect(await chosenPorts(performer)).toEqual({ first: 49_153, last: 49_900 });
    expect(ran).toEqual([VERSION]);
  });

  test.each([
    ["32768\t60999\n", { first: 32_768, last: 60_999 }],
    ["1024 2000", { first: 1024, last: 2000 }],
    ["1024", null],
    ["a 1024 2000", null],
    ["1024 2000 3000", null],
    ["", null],
  ])("are the kernel's of a later one: %j", async (range, ports) => {
    expect(await chosenPorts(answering(engine("29.1.0", range)).performer)).toEqual(ports);
  });

  test("are nobody's where nobody says", async () => {
    const { performer } = answering(() => ({ exitCode: 1, stdout: "32768 60999" }));
    expect(await chosenPorts(performer)).toBeNull();
  });
});

test.each<readonly [Partial<Outcome>, string, boolean]>([
  [{ stdout: "0.0.0.0:1024\n:::2000\n" }, "0.0.0.0:1024\n:::2000\nthis engine chooses from 1024 to 2000", true],
  [{ stdout: ":1023\n" }, ":1023\nthis engine chooses from 1024 to 2000", false],
  [{ stdout: ":2001\n" }, ":2001\nthis engine chooses from 1024 to 2000", false],
  [{ stdout: ":1500\n", exitCode: 2 }, ":1500\nexit status 2", false],
])("showsChosenPorts of %j", async (outcome, seen, ok) => {
  const { check, $, checked } = proving([outcome], { docker: engine("29.1.0", "1024 2000") });
  await check.showsChosenPorts($`cat x`);
  expect(checked).toMatchObject([{ ran: "cat x", seen, ok }]);
});

test("showsChosenPorts proves nothing where nobody says which they are", async () => {
  const { check, $, checked } = proving([{ stdout: ":1500\n" }]);
  await check.showsChosenPorts($`cat x`);
  expect(checked).toMatchObject([{ seen: ":1500", ok: false }]);
});

test("showsChosenPorts looks again, and asks the engine once", async () => {
  const { check, $, checked, ran } = proving([{ stdout: "" }, { stdout: ":1500\n" }], {
    patience: 600_000,
    docker: engine("29.1.0", "1024 2000"),
  });
  await check.showsChosenPorts($`cat x`);
  expect(checked).toMatchObject([{ ok: true }]);
  expect(ran).toEqual([VERSION, RANGE, "cat x", "cat x"]);
});
