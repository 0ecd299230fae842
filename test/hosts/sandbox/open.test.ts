/** Which user namespace a sandbox gets, of those that are tried, and what is said when it gets none. */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** Opens one as root with one id, where so many namespaces of these kinds may be made */
function opened(most: Readonly<Record<string, number>>) {
  return inNamespaces(async (most) => {
    const { existsSync, readFileSync, writeFileSync } = await import("node:fs");
    const { openSandbox } = await import("../../../lib/hosts/sandbox/open.ts");
    const { HostError } = await import("../../../lib/hosts/host-error.ts");
    for (const [name, count] of Object.entries(most))
      writeFileSync(`/proc/sys/user/max_${name}_namespaces`, `${count}`);
    try {
      const sandbox = await openSandbox([], "known by this");
      const { pid, userNamespace } = sandbox.holder;
      const entries = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
      const user = Bun.spawnSync(sandbox.enter(["id", "-u"])).stdout.toString();
      await sandbox.close();
      return {
        userNamespace,
        user,
        known: entries.includes("WIREWORK_LABEL=known by this"),
        left: existsSync(`/proc/${pid}`),
      };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return { message: error.message, cause: error.cause, tryThis: error.tryThis };
    }
  }, most);
}

test.each([
  ["as many as it likes", {}, "own id"],
  ["no user namespaces", { user: 0 }, "none"],
] as const)("root who may make %s has a sandbox", async (_, most, userNamespace) => {
  expect(await opened(most)).toEqual({ userNamespace, user: "0\n", known: true, left: false });
});

test("root who may make none at all is told by which switch", async () => {
  expect(await opened({ user: 0, net: 0 })).toEqual({
    message: expect.stringMatching(/(?<! user) namespaces$/),
    cause: "user.max_user_namespaces is 0",
    tryThis: "sudo sysctl -w user.max_user_namespaces=15000",
  });
});
