/** Programs that stay, and services, as they are found when they are to be undone. */
import { expect, test } from "bun:test";

import { commandLine, runningProcess } from "../../../lib/labs/still-ours/process.ts";
import { service } from "../../../lib/labs/still-ours/service.ts";
import type { Standing } from "../../../lib/labs/still-ours/standing.ts";
import { processStart } from "../../../lib/netlink/process/process-start.ts";
import { lookingAt } from "./looking.ts";

test("a process is ours by when it started, and gone when none has its id", () => {
  const { pid } = process;
  const start = processStart(pid) ?? "";
  expect(runningProcess({ kind: "process", pid, start })).toBe("ours");
  expect(runningProcess({ kind: "process", pid, start: `${start}0` })).toBe("another's");
  expect(runningProcess({ kind: "process", pid: 2 ** 22 + 1, start })).toBe("gone");
});

test("whatever has the command line now is ours", async () => {
  const pattern = "dnsmasq -k";
  const look = lookingAt({ texts: { [`pgrep --full --exact ${pattern}`]: "17\n" } });
  expect(await commandLine({ kind: "command line", pattern }, look)).toBe("ours");
  expect(await commandLine({ kind: "command line", pattern: "dnsmasq" }, look)).toBe("gone");
});

test.each<readonly ["running" | "stopped" | "restarted", string, Standing]>([
  ["running", "runs", "gone"],
  ["running", "does not", "ours"],
  ["stopped", "runs", "ours"],
  ["stopped", "does not", "gone"],
  ["restarted", "runs", "ours"],
  ["restarted", "does not", "ours"],
])("a service that was %s, and now %s", async (was, now, standing) => {
  const look = lookingAt({ texts: now === "runs" ? { "service docker status": "" } : {} });
  const status = ["service", "docker", "status"] as const;
  expect(await service({ kind: "service", name: "docker", was, status }, look)).toBe(standing);
});
