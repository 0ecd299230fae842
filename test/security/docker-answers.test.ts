/**
 * Whatever a Docker answers, of what we ask it without a word in the transcript.
 */
import { expect, test } from "bun:test";
import fc from "fast-check";

import type { Builtin } from "../../lib/builtins/builtin.ts";
import { addressOf, hasImage, listContainers, pidOf } from "../../lib/recipe/containers.ts";
import { engineVersion } from "../../lib/recipe/run/live-engine.ts";
import { StepError } from "../../lib/shell/failure/step-error.ts";
import { performer } from "../shell/on-this-machine.ts";

/** A host whose docker answers this, whatever it is asked */
function answering(answer: string): ReturnType<typeof performer> {
  const docker: Builtin = async (_args, { output }) => {
    output(Buffer.from(answer));
    return 0;
  };
  const sudo: Builtin = ([, ...args], surroundings) => docker(args, surroundings);
  return performer({ sudo, docker });
}

const ASKED = [pidOf, addressOf] as const;

const json = fc.oneof(
  fc.json(),
  fc.record({ IPAddress: fc.jsonValue(), Networks: fc.jsonValue() }).map((value) => JSON.stringify(value)),
  fc.dictionary(fc.string(), fc.record({ IPAddress: fc.jsonValue() })).map((Networks) => JSON.stringify({ Networks })),
);

test("whatever is answered is a value of its type, or an error that says which it is not", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(json, fc.string({ unit: "binary" })), async (answer) => {
      const host = answering(answer);
      for (const ask of ASKED) {
        const got = await ask(host, "web").catch((error: unknown) => error);
        if (!(got instanceof StepError)) expect(`${got}`).toMatch(/^\d+$|^\d+(?:\.\d+){3}$/);
      }
      const ids = await listContainers(host).catch((error: unknown) => error);
      if (!(ids instanceof StepError))
        for (const id of ids as string[]) expect(id).toMatch(/^[\da-f]{12}(?:[\da-f]{52})?$/);
      expect(typeof (await hasImage(host, "base"))).toBe("boolean");
      await engineVersion(host);
    }),
    { numRuns: 500 },
  );
});

test("an answer without end is told in a few words", async () => {
  const endless = "9".repeat(50_000_000);
  for (const ask of ASKED) {
    const error = await ask(answering(endless), "web").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StepError);
    expect((error as StepError).message.length).toBeLessThan(500);
  }
});
