import { describe, expect, test } from "bun:test";

import { LabMachine } from "../support/machine/lab-machine.ts";
import { readableProject } from "../support/project.ts";
import { everyUser } from "../support/machine/users.ts";
import { BARE_FOR_BUN } from "../support/wirework.ts";

describe.each(everyUser)("as $name", (user) => {
  test("who locks a lab makes its folders while others tidy them away", async () => {
    await using machine = await LabMachine.open(user);
    const script = `${readableProject()}/test/support/machine/lock-often.ts`;
    const ended = ["one", "two", "one"].map(async (name) => {
      const running = Bun.spawn([...machine.user.prefix, process.execPath, script, name, "500"], {
        cwd: "/",
        env: { ...BARE_FOR_BUN, ...machine.environment },
        stdio: ["ignore", "ignore", "pipe"],
      });
      return { stderr: await running.stderr.text(), status: await running.exited };
    });
    for (const end of ended) expect(await end).toEqual({ stderr: "", status: 0 });
    expect(machine.left()).toEqual([]);
  });
});
