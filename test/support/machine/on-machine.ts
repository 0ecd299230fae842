import { afterAll, afterEach, beforeAll, beforeEach, expect } from "bun:test";

import { DisposableMachine } from "./disposable-machine.ts";
import { describeOnDocker } from "./on-docker.ts";

/** Defines tests on a machine that is open while they run; after each test, the machine must be as before */
export function describeOnMachine(name: string, define: (machine: () => DisposableMachine) => void): void {
  describeOnDocker(name, () => {
    let opened: DisposableMachine | null = null;
    let before: readonly string[] = [];
    const machine = (): DisposableMachine => {
      if (opened === null) throw new Error("Cannot use the machine before the tests run: it is not open yet");
      return opened;
    };
    beforeAll(async () => void (opened = await DisposableMachine.open()));
    afterAll(() => opened?.[Symbol.asyncDispose]());
    beforeEach(async () => void (before = await machine().state()));
    afterEach(async () => expect(await machine().state()).toEqual(before));
    define(machine);
  });
}
