/**
 * Scripts, run by bash with real programs: what they build is what the recipe builds, and then all is as it was before.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { recipeNames } from "../../lib/recipe/load.ts";
import { normalise } from "../differential/normalise.ts";
import { lookAround, runAndLook } from "../differential/run-on.ts";
import { DisposableMachine } from "../support/machine/disposable-machine.ts";
import { shareOf, SIZE } from "../support/size.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { describeInSandbox, TestHost } from "../support/host/test-host.ts";
import { THOROUGH } from "../support/thorough.ts";
import { placeOn, placeOnMachine, RunningScript, runScript, scriptFor, stateOf } from "./running-script.ts";

const ROOT = { name: "root", prefix: [] } as const;

/** How many checks a recipe's run holds */
const CHECKS: Readonly<Record<string, number>> = {
  "custom-bridge": 14,
  "customise-docker0": 18,
  dns: 24,
  forwarding: 14,
  "how-docker-networks": 19,
  "iptables-off": 6,
  "link-icc-false": 17,
  listen: 12,
  "net-container": 11,
  "net-host": 12,
  "net-none-manual": 12,
  "own-subnets": 6,
  "point-to-point": 7,
  "point-to-point-add": 10,
  "point-to-point-host": 10,
  privileged: 6,
  "publish-ports": 31,
  star: 3,
};

const netNoneManual = SIZE === "quick" ? "" : await scriptFor("net-none-manual");

describe("on a Docker host, as root", () => {
  describeOnDocker("with real programs", () => {
    test.each(shareOf("scripts on Docker", recipeNames(), { quick: 0.05, full: 0.2 }))(
      "%s builds what the recipe builds, and leaves the host as it was",
      async (name) => {
        const recipe = runAndLook("docker", name);
        await using host = await TestHost.open(ROOT, "docker");
        const place = placeOn(host);
        const before = await stateOf(place);
        const script = new RunningScript(place, await scriptFor(name), "--keep");
        await script.stands();
        const built = normalise(await lookAround(host, "docker"));
        expect(await stateOf(place)).not.toEqual(before);
        await script.enter();
        const { status, stdout, stderr } = await script.ended();
        expect({ status, stderr: stderr.trim().split("\n").at(-1) }).toEqual({
          status: 0,
          stderr: `${name}: everything is undone`,
        });
        expect(stdout.match(/^ok /gm)).toHaveLength(CHECKS[name] ?? NaN);
        expect(await stateOf(place)).toEqual(before);
        expect(built).toEqual(normalise((await recipe).looks.at(-1)!));
      },
      300_000,
    );
  });

  describeOnDocker("where Docker does not start with what it is told", () => {
    test("it starts again as before, on the bridge that it had", async () => {
      await using host = await TestHost.open(ROOT, "docker");
      const place = placeOn(host);
      const before = await stateOf(place);
      const script = (await scriptFor("custom-bridge")).replace("-b=bridge0", "--not-an-option");
      const { status, stderr } = await runScript(place, script);
      expect({ status, stderr: stderr.trim().split("\n").slice(-2) }).toEqual({
        status: 1,
        stderr: [
          expect.stringMatching(/^custom-bridge: line \d+ failed: sudo service docker start$/),
          "custom-bridge: everything is undone",
        ],
      });
      expect(await stateOf(place)).toEqual(before);
    });
  });

  if (SIZE !== "quick")
    describeOnDocker("by somebody who needs sudo, a program then", () => {
      test.each(THOROUGH)(
        "%s holds, and leaves the host as it was",
        async (name) => {
          await using host = await TestHost.open(ROOT, "docker");
          const place = placeOn(host);
          const before = await stateOf(place);
          const script = (await scriptFor(name)).replace("[[ $EUID == 0 ]]", "false");
          expect(script).toContain("if false; then\n  sudo() {");
          const { status, stdout } = await runScript(place, script);
          expect({ status, checks: stdout.match(/^ok /gm)?.length }).toEqual({ status: 0, checks: CHECKS[name] });
          expect(await stateOf(place)).toEqual(before);
        },
        300_000,
      );
    });

  if (SIZE !== "quick") {
    const stopped = stoppedBeforeEachLine(netNoneManual);
    describeOnDocker("stopped before", () => {
      let host: TestHost;
      beforeAll(async () => void (host = await TestHost.open(ROOT, "docker")), 60_000);
      afterAll(() => host[Symbol.asyncDispose]());

      test.each(shareOf("lines to stop before", stopped, { quick: 0, full: 0.5 }))(
        "%s: all is undone",
        async (_line, script) => {
          const place = placeOn(host);
          const before = await stateOf(place);
          const { status, stderr } = await runScript(place, script);
          expect({ status, stderr }).toMatchObject({ status: 143 });
          expect(await stateOf(place)).toEqual(before);
        },
      );
    });
  }

  describeOnDocker("on a machine where others have something, and Docker takes its time to start", () => {
    let machine: DisposableMachine;
    beforeAll(async () => void (machine = await DisposableMachine.open()), 60_000);
    afterAll(() => machine[Symbol.asyncDispose]());

    test.each(["net-none-manual", "custom-bridge"])(
      "%s leaves it alone",
      async (name) => {
        const before = await machine.state();
        const { status, stdout, stderr } = await runScript(placeOnMachine(machine), await scriptFor(name));
        expect({ status, checks: stdout.match(/^ok /gm)?.length, stderr }).toMatchObject({
          status: 0,
          checks: CHECKS[name],
        });
        expect(await machine.state()).toEqual(before);
      },
      300_000,
    );
  });
});

describe("in a sandbox, with our own docker", () => {
  describeInSandbox((host) => {
    test.each(shareOf("scripts in a sandbox", recipeNames(), { quick: 0.05, full: 0.3 }))(
      "%s holds, and leaves the host as it was",
      async (name) => {
        const before = await stateOf(placeOn(host()));
        const { status, stdout, stderr } = await runScript(placeOn(host()), await scriptFor(name));
        expect({ status, end: stderr.trim().split("\n").slice(-2) }).toEqual({
          status: 0,
          end: [`${name}: ${CHECKS[name]} checks passed`, `${name}: everything is undone`],
        });
        expect(stdout).not.toContain("not ok");
        expect(await stateOf(placeOn(host()))).toEqual(before);
      },
      300_000,
    );
  });
});

/** The lines of its steps, each with the script that sends itself a SIGTERM before it */
function stoppedBeforeEachLine(script: string): readonly (readonly [line: string, script: string])[] {
  const lines = script.split("\n");
  const [first, last] = [lines.indexOf("steps() {") + 2, lines.indexOf("}")];
  const places = lines.flatMap((line, at) => (at >= first && at < last && !/^ *(?:#.*)?$/.test(line) ? [at] : []));
  return places.map((at) => [`line ${at + 1}`, lines.toSpliced(at, 0, '  kill -TERM "$$"').join("\n")] as const);
}
