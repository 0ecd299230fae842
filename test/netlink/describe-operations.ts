/**
 * Operations of `lib/netlink` against the real `ip`: the kernel answers both the same, and has the same afterwards.
 */
import { expect, test } from "bun:test";

import { UNSHARE } from "../support/host/in-namespaces.ts";
import type { KernelState } from "../support/kernel/kernel-state.ts";
import type { Operation } from "./operation.ts";

/** What the kernel answered, as `ip` prints it, and what it had afterwards */
interface Outcome {
  readonly answer: string;
  readonly state: KernelState;
}

/** An operation that was done both ways */
export interface Done {
  readonly line: string;
  readonly ours: Outcome;
  readonly real: Outcome;
}

/** Defines a test for each operation of a module that exports `OPERATIONS` */
export async function describeOperations(module: string): Promise<void> {
  const { OPERATIONS } = (await import(module)) as { readonly OPERATIONS: readonly Operation[] };
  let done: Promise<readonly Done[]> | null = null;
  test.each(OPERATIONS.map(({ line }, index) => [line, index] as const))(
    "is the same as `ip %s`",
    async (line, index) => {
      done ??= doInside(module);
      const one = (await done)[index];
      expect(one?.line).toBe(line);
      expect(one?.ours).toEqual(one?.real);
    },
  );
}

async function doInside(module: string): Promise<readonly Done[]> {
  const argv = [...UNSHARE, process.execPath, "--no-env-file", `${import.meta.dir}/operations-inside.ts`, module];
  const running = Bun.spawn(argv, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: "/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin" },
  });
  const [stdout, stderr] = await Promise.all([running.stdout.text(), running.stderr.text()]);
  if ((await running.exited) !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Done[];
}
