/** A host as whoever opened it has it: entered, closed, or left open. */
import { describe, expect, test } from "bun:test";
import { existsSync } from "node:fs";

import { entering, identifyHolder } from "../../lib/hosts/holder-identity.ts";
import { hostHeldBy } from "../../lib/hosts/open-host.ts";
import { Held } from "../support/machine/held.ts";

describe("an open host", () => {
  test("ends with every process in it when it is closed, once or twice", async () => {
    await using held = await Held.start("own id", null);
    const host = hostHeldBy(held.holder, held.pid, "own id");
    expect(host.holder).toEqual(identifyHolder(held.pid, "own id"));
    expect(host.enter(["ip", "link"])).toEqual(entering(host.holder, ["ip", "link"]));
    const inside = Bun.spawn(host.enter(["sleep", "1000"]), { stdio: ["ignore", "ignore", "ignore"] });
    await host.close();
    await host.close();
    await host[Symbol.asyncDispose]();
    expect(await inside.exited).not.toBe(0);
    expect(existsSync(`/proc/${held.pid}`)).toBe(false);
  });

  test("that is left open lives on, whoever closes it", async () => {
    await using held = await Held.start("own id", null);
    const host = hostHeldBy(held.holder, held.pid, "own id");
    expect(await host.leaveOpen()).toBe(held.pid);
    await host.close();
    expect(existsSync(`/proc/${held.pid}`)).toBe(true);
    expect(held.holder.exitCode).toBeNull();
  });

  test("that has ended by itself is closed already", async () => {
    await using held = await Held.start("own id", null);
    const host = hostHeldBy(held.holder, held.pid, "own id");
    process.kill(held.pid, "SIGKILL");
    await host.close();
    expect(existsSync(`/proc/${held.pid}`)).toBe(false);
  });
});
