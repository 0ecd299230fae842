/**
 * Entries of `/var/run/netns`: names of network namespaces.
 *
 * Source: ip-netns(8)
 *
 * @module
 */
import { ON_HOST } from "../entering.ts";
import type { Look } from "../look.ts";
import { mountsAt } from "../mounts.ts";
import { type Back, type Knowing, line, lineForEach, type Resource } from "../resource.ts";
import type { NetnsTouch } from "./netns-touch.ts";

const FOLDER = "/var/run/netns";

/** The kernel's own path of the folder, where `/var/run` is a link */
const MOUNTED = "/run/netns";

/** An entry at one moment; with its folder when it is made, and with its namespace when it is removed */
export interface SeenEntry {
  /** The inode; `null` for a missing entry */
  readonly inode: number | null;
  /** The folder of the entries, which `ip` makes when it is first needed, and mounts on itself */
  readonly folder: number | null;
  readonly mounts: readonly number[];
  /** The target of a symbolic link; `null` for any other entry */
  readonly target: string | null;
  /** A process in the namespace, which keeps it alive */
  readonly pid: string | null;
}

export const NETNS: Resource<NetnsTouch, SeenEntry> = {
  see: ({ effect, name }, look, before) =>
    effect === "makes" ? seeMade(look, pathOf(name), before) : seeRemoved(look, name),
  obstacle({ effect, name }, { inode, target, pid }) {
    const isLost = effect === "removes" && inode !== null && target === null && pid === null;
    return isLost ? `no process is in the network ${name}, which ends with its entry` : null;
  },
  restore: ({ effect, name }, before, after) =>
    effect === "makes" ? restoreMade(name, before, after) : restoreRemoved(name, before, after),
  restoreUnseen,
};

async function seeMade(look: Look, path: string, before: SeenEntry | null): Promise<SeenEntry> {
  // An existing mount is not mounted again, and reading all mounts costs a line for each entry
  const isMounted = before !== null && before.mounts.length > 0;
  const mounts = isMounted ? before.mounts : mountsAt(look, MOUNTED);
  return { inode: look.inode(path), folder: look.inode(FOLDER), mounts, target: null, pid: null };
}

async function seeRemoved(look: Look, name: string): Promise<SeenEntry> {
  const path = pathOf(name);
  const [inode, target] = [look.inode(path), look.link(path)];
  const isNamed = inode !== null && target === null;
  const pids = isNamed ? ((await look.text(["ip", "netns", "pids", name])) ?? "") : "";
  return { inode, folder: null, mounts: [], target, pid: /^\d+/.exec(pids)?.[0] ?? null };
}

/** Removes the entry, and the folder if it was made with it */
function restoreMade(name: string, before: SeenEntry, after: SeenEntry | null): readonly Back[] {
  const path = pathOf(name);
  const isMade = before.inode === null && (after === null || after.inode !== null);
  const unseen = before.mounts.length === 0 ? [null] : [];
  const mounts = after === null ? unseen : after.mounts.filter((id) => !before.mounts.includes(id));
  const isFolder = before.folder === null && (after === null || after.folder !== null);
  return [
    ...(isMade
      ? [line(ON_HOST, ["ip", "netns", "delete", name], { kind: "netns", path, inode: after?.inode ?? null })]
      : []),
    ...mounts.map((id) =>
      line(ON_HOST, ["umount", MOUNTED], { kind: "mount", path: MOUNTED, id, before: before.mounts }),
    ),
    ...(isFolder
      ? [
          line(ON_HOST, ["rmdir", FOLDER], {
            kind: "folder",
            path: FOLDER,
            inode: after?.folder ?? null,
            change: "made",
          }),
        ]
      : []),
  ];
}

function restoreRemoved(name: string, { inode, target, pid }: SeenEntry, after: SeenEntry | null): readonly Back[] {
  const path = pathOf(name);
  if (inode === null || (after !== null && after.inode !== null)) return [];
  if (target !== null)
    return [line(ON_HOST, ["ln", "-s", target, path], { kind: "symbolic link", path, was: target, made: null })];
  return pid === null
    ? []
    : [line(ON_HOST, ["ip", "netns", "attach", name, pid], { kind: "netns entry", path, inode, pid })];
}

function restoreUnseen({ effect, name }: NetnsTouch, knowing: Knowing): readonly Back[] {
  if (effect === "removes") {
    const pid = { was: "the pid", shownBy: `ip netns pids ${name}`, keptBy: `undo_deleted_netns ${name}` };
    return [line(ON_HOST, ["ip", "netns", "attach", name, pid])];
  }
  const removal = line(ON_HOST, ["ip", "netns", "delete", name]);
  if (knowing !== "nothing") return [removal];
  const folder = { was: "the folder", shownBy: `ls ${FOLDER}`, keptBy: "undo_netns" };
  return [removal, lineForEach(ON_HOST, ["rmdir", FOLDER], folder)];
}

function pathOf(name: string): string {
  return `${FOLDER}/${name}`;
}
