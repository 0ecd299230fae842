/**
 * Only what is of no more use is removed of labs.
 */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { rmSync } from "node:fs";
import { dirname } from "node:path";

import { identifyHolder } from "../../lib/hosts/holder-identity.ts";
import { collectGarbage } from "../../lib/labs/gc.ts";
import { lockNow } from "../../lib/labs/lab-lock.ts";
import { findStateFolder, stateFolderPath } from "../../lib/labs/state-folder.ts";
import { namesIn } from "../../lib/labs/labs.ts";
import type { LabRecord } from "../../lib/labs/lab-record.ts";
import { identify } from "../../lib/netlink/process/process-identity.ts";
import { parseLabName } from "../../lib/values/name/lab-name.ts";
import { withOwnLabs } from "../support/machine/own-labs.ts";

withOwnLabs();

/** Stands for a holder */
let holder: Bun.Subprocess | null = null;
beforeAll(() => void (holder = Bun.spawn(["sleep", "600"])));
afterAll(() => {
  holder?.kill("SIGKILL");
  rmSync(dirname(stateFolderPath()), { recursive: true, force: true });
});

function writeLab(name: string, change: Partial<LabRecord>): void {
  const pid = holder?.pid ?? 0;
  using locked = lockNow(parseLabName(name)) as Exclude<ReturnType<typeof lockNow>, "in use">;
  locked.write({
    schema: 1,
    name: parseLabName(name),
    recipe: null,
    project: "/",
    since: "2026-01-01T00:00:00Z",
    host: { kind: "sandbox", holder: identifyHolder(pid, "none") },
    containers: [],
    obstacle: null,
    ...change,
  });
}

test("a lab that is up stays, one that needs repair too; one that is gone goes", async () => {
  const pid = holder?.pid ?? 0;
  const isHolder = identifyHolder(pid, "none");
  const ended = { id: "0123", name: "web", called: [], process: { pid, ...identify(pid), start: "1" } };
  writeLab("up", {});
  writeLab("broken", { containers: [ended] });
  writeLab("gone", { host: { kind: "sandbox", holder: { ...isHolder, start: "1" } } });
  const removed = (await collectGarbage()).filter(({ name }) => !/^wirework-[\d-]+$/.test(name));
  expect(removed).toEqual([{ name: "gone", why: expect.any(String) }]);
  expect(namesIn(findStateFolder() ?? "").toSorted()).toEqual([parseLabName("broken"), parseLabName("up")]);
  expect(holder?.exitCode).toBeNull();
});
