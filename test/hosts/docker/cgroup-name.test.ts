/** Whose cgroups are nobody's, as their names and the machine's processes tell. */
import { expect, test } from "bun:test";

import { isAbandoned } from "../../../lib/hosts/docker/cgroup-name.ts";
import { namespacesFor, UNSHARE } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** Of a process namespace that never is: inodes of namespaces begin with PROC_DYNAMIC_FIRST of fs/proc/generic.c */
const OF_NONE = "wirework-1-7-7";

/** Runs while a process is in a process namespace of its own */
async function besideAnother(body: () => Promise<void>): Promise<void> {
  const other = Bun.spawn([...UNSHARE, "--pid", "--fork", "--kill-child", "sh", "-c", "echo; exec cat"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  try {
    await other.stdout.getReader().read();
    await body();
  } finally {
    other.kill("SIGKILL");
    await other.exited;
  }
}

test("who can't see in which namespaces others' processes are takes no cgroup for abandoned", async () => {
  await besideAnother(async () => {
    const seen = await inNamespaces(async (name) => {
      const { isAbandoned } = await import("../../../lib/hosts/docker/cgroup-name.ts");
      return isAbandoned(name);
    }, OF_NONE);
    expect(seen).toBe(false);
  });
});

test.each(["wirework", "xwirework-1-7-7", "wirework-1-7", "wirework-1-7-7-7", "docker-1-7-7", "wirework-1-7-null"])(
  "%s is no host's, and so is left alone",
  (name) => {
    expect(isAbandoned(name)).toBe(false);
  },
);
