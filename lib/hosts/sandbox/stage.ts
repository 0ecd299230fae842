/**
 * Root's files, made readable for the sandbox, which is nobody to the machine: once its user namespace is made,
 * `/root` is closed to it.
 *
 * @module
 */
import { BUN_COMMAND } from "../bun-command.ts";
import { closedFolder, isOpenToAll } from "./open-to-all.ts";
import { SYSTEM_PATH } from "../programs.ts";
import type { UserNamespace } from "../user-namespace.ts";

const STAGING = `${import.meta.dir}/staging.ts`;

/** A mount namespace for the sandbox to begin in; closing it keeps it from whoever is not in it yet */
export interface Stage extends Disposable {
  /** What to put before a command line that is to begin there */
  readonly enter: readonly string[];
}

/**
 * Makes a mount namespace where the kept files can be read by anybody, at their own paths.
 *
 * A folder on the way that is closed to others is covered with an open one, in which only the kept files are. What others
 * may not read at all (a clone made under umask 077) is copied. Where all is open already, it is the present one.
 *
 * A process of its own does it: threads that Bun starts to compile or collect would be born in there, and stay.
 *
 * @param kept paths without symbolic links, folders before what is in them
 * @throws {Error} when the kernel refuses
 */
export async function stage(kept: readonly string[], userNamespace: UserNamespace): Promise<Stage> {
  const closed = userNamespace === "unused ids" ? replaced(kept) : [];
  if (closed.length === 0) return { enter: [], [Symbol.dispose]: () => {} };
  const namespace = ["unshare", "--mount", "--propagation=private", "--"];
  const stager = Bun.spawn([...namespace, ...BUN_COMMAND, STAGING, ...closed], {
    stdio: ["pipe", "pipe", "pipe"],
    // The user's own path could lead to other programs, which would run as root
    env: { PATH: SYSTEM_PATH, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" },
  });
  const { done } = await stager.stdout.getReader().read();
  if (done) throw new Error(`Cannot make ${closed.join(", ")} readable: ${(await stager.stderr.text()).trim()}`);
  return {
    enter: ["nsenter", `--mount=/proc/${stager.pid}/ns/mnt`, "--"],
    [Symbol.dispose]: () => void stager.stdin.end(),
  };
}

/** What is closed, and what is in there: a copy has only what a program reads, and Bun may lie beside that */
function replaced(kept: readonly string[]): readonly string[] {
  const closed = kept.filter((path) => closedFolder(path) !== null || !isOpenToAll(path));
  return kept.filter((path) => closed.some((one) => path === one || path.startsWith(`${one}/`)));
}
