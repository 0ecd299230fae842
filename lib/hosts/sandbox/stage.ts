/**
 * Makes root's files readable for the sandbox, whose ids the machine maps to nobody: once its user namespace
 * exists, it can't enter `/root`.
 *
 * @module
 */
import { BUN_COMMAND } from "../bun-command.ts";
import { closedFolder, isOpenToAll } from "./open-to-all.ts";
import { SYSTEM_PATH } from "../programs.ts";
import type { UserNamespace } from "../user-namespace.ts";

const STAGING = `${import.meta.dir}/staging.ts`;

/** A mount namespace for the sandbox to start in; closing it keeps out processes that are not in it yet */
export interface Stage extends Disposable {
  /** The prefix of a command line that starts there */
  readonly enter: readonly string[];
}

/**
 * Makes a mount namespace in which everybody can read the kept files, at their own paths.
 *
 * A closed folder on the way is covered with an open one that holds only the kept files. Files that others
 * can't read at all (a clone made under umask 077) are copied. Where everything is readable already, the
 * current namespace is used.
 *
 * A separate process does this: helper threads that Bun starts meanwhile would be born in the namespace, and
 * stay there.
 *
 * @param kept paths without symbolic links; folders come before their contents
 * @throws {Error} when the kernel refuses
 */
export async function stage(kept: readonly string[], userNamespace: UserNamespace): Promise<Stage> {
  const closed = userNamespace === "unused ids" ? replaced(kept) : [];
  if (closed.length === 0) return { enter: [], [Symbol.dispose]: () => {} };
  const namespace = ["unshare", "--mount", "--propagation=private", "--"];
  const stager = Bun.spawn([...namespace, ...BUN_COMMAND, STAGING, ...closed], {
    stdio: ["pipe", "pipe", "pipe"],
    // The user's own search path could lead to other programs, which would run as root
    env: { PATH: SYSTEM_PATH, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" },
  });
  const { done } = await stager.stdout.getReader().read();
  if (done) throw new Error(`Cannot make ${closed.join(", ")} readable: ${(await stager.stderr.text()).trim()}`);
  return {
    enter: ["nsenter", `--mount=/proc/${stager.pid}/ns/mnt`, "--"],
    [Symbol.dispose]: () => void stager.stdin.end(),
  };
}

/**
 * Lists closed folders and the kept files in them: a copy holds only what a program reads, and Bun may lie
 * beside that
 */
function replaced(kept: readonly string[]): readonly string[] {
  const closed = kept.filter((path) => closedFolder(path) !== null || !isOpenToAll(path));
  return kept.filter((path) => closed.some((one) => path === one || path.startsWith(`${one}/`)));
}
