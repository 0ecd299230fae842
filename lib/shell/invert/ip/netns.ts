/**
 * `ip netns add`, `attach` and `delete`.
 *
 * @module
 */
import { CannotUndo } from "../cannot-undo.ts";
import type { InverseStep, Plan } from "../inversion.ts";
import type { Look } from "../../../resources/look.ts";
import { mountsAt } from "../mounts.ts";
import { textOf, type Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";

const FOLDER = "/var/run/netns";

/** The same by the path that the kernel has for it, where `/var/run` is a link */
const MOUNTED = "/run/netns";

/** An entry, and the folder of all of them, which `ip` makes and mounts on itself when it is first needed */
interface Entry {
  readonly inode: number | null;
  readonly folder: number | null;
  readonly mounts: readonly number[];
}

/** Equivalent to: `ip netns delete NAME`; and the folder goes if it came with it */
export function netnsAdd(typed: Typed, [name = ""]: readonly string[]): Plan {
  const path = `${FOLDER}/${name}`;
  return comparing<Entry>({
    argv: typed.argv,
    changes: `makes the network namespace ${name}`,
    see: (look, before) => seeEntry(look, path, before),
    steps: (before, after) => steps(name, before, after),
  });
}

async function seeEntry(look: Look, path: string, before: Entry | null): Promise<Entry> {
  // A folder that is a mount already is mounted no second time; and there is a line to read for each entry
  const isMounted = before !== null && before.mounts.length > 0;
  const mounts = isMounted ? before.mounts : mountsAt(look, MOUNTED);
  return { inode: look.inode(path), folder: look.inode(FOLDER), mounts };
}

function steps(name: string, before: Entry, after: Entry | null): readonly InverseStep[] {
  const path = `${FOLDER}/${name}`;
  const isMade = before.inode === null && (after === null || after.inode !== null);
  const mounts =
    after === null
      ? before.mounts.length === 0
        ? [null]
        : []
      : after.mounts.filter((id) => !before.mounts.includes(id));
  const isFolder = before.folder === null && (after === null || after.folder !== null);
  return [
    ...(isMade
      ? [step([], ["ip", "netns", "delete", name], { kind: "netns", path, inode: after?.inode ?? null })]
      : []),
    ...mounts.map((id) => step([], ["umount", MOUNTED], { kind: "mount", path: MOUNTED, id, before: before.mounts })),
    ...(isFolder
      ? [step([], ["rmdir", FOLDER], { kind: "folder", path: FOLDER, inode: after?.folder ?? null, change: "made" })]
      : []),
  ];
}

/** What an entry was that is deleted */
interface Deleted {
  readonly inode: number | null;
  readonly target: string | null;
  /** A process in the network that it names, which keeps it */
  readonly pid: string | null;
}

/** Equivalent to: `ln -s TARGET ENTRY` for a link, `ip netns attach NAME PID` for a network that a process is in */
export function netnsDelete(typed: Typed, [name = ""]: readonly string[]): Plan {
  const path = `${FOLDER}/${name}`;
  return comparing<Deleted>({
    argv: typed.argv,
    changes: `deletes the network namespace ${name}`,
    async see(look) {
      const deleted = await seeDeleted(look, name);
      if (deleted.inode !== null && deleted.target === null && deleted.pid === null)
        throw new CannotUndo(textOf(typed), `no process is in the network ${name}, which ends with its entry`);
      return deleted;
    },
    steps: ({ inode, target, pid }, after) => {
      if (inode === null || (after !== null && after.inode !== null)) return [];
      if (target !== null)
        return [step([], ["ln", "-s", target, path], { kind: "symbolic link", path, was: target, made: null })];
      return pid === null
        ? []
        : [step([], ["ip", "netns", "attach", name, pid], { kind: "netns entry", path, inode, pid })];
    },
  });
}

async function seeDeleted(look: Look, name: string): Promise<Deleted> {
  const path = `${FOLDER}/${name}`;
  const [inode, target] = [look.inode(path), look.link(path)];
  if (inode === null || target !== null) return { inode, target, pid: null };
  const pids = (await look.text(["ip", "netns", "pids", name])) ?? "";
  return { inode, target, pid: /^\d+/.exec(pids)?.[0] ?? null };
}
