/**
 * Holds a process id, ends the process, has the kernel give the id to another one, and prints why a command must not run.
 *
 *   unshare --user --map-root-user --mount --pid --fork --mount-proc bun recycle-id.ts
 */
import { writeFileSync } from "node:fs";

import { holdProcess } from "../../lib/recipe/held-process.ts";
import type { Pid } from "../../lib/values/pid.ts";

/** Threads of this process's own take ids as well */
const ATTEMPTS = 1000;

const first = Bun.spawn(["sleep", "600"]);
const held = holdProcess(first.pid as Pid); // the kernel's own word
const line = ["sudo", "ip", "link", "set", "A", "netns", String(first.pid)];
if (held.objection(line) !== null) throw new Error("Cannot begin: the process is not held");
// Ids go up by one, and the start of the next process must be another: by a tick, a hundredth of a second
await Bun.sleep(20);
first.kill("SIGKILL");
await first.exited;

for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
  writeFileSync("/proc/sys/kernel/ns_last_pid", String(first.pid - 1));
  const next = Bun.spawn(["sleep", "600"]);
  if (next.pid === first.pid) {
    // It is still a copy of this process until it becomes sleep
    while ((await Bun.file(`/proc/${next.pid}/comm`).text()) !== "sleep\n") await Bun.sleep(1);
    console.log(held.objection(line)?.reason.replace(String(first.pid), "ID"));
    process.exit(0);
  }
  next.kill("SIGKILL");
  await next.exited;
}
throw new Error("Cannot have the id given out again");
