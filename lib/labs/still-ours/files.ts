/**
 * Files, folders, symbolic links, mounts and settings.
 *
 * @module
 */
import { dirname } from "node:path";

import type { Identity } from "../../resources/identity.ts";
import { digestOf } from "../../shell/invert/files/digest.ts";
import type { Look } from "../../resources/look.ts";
import { mountsAt } from "../../resources/mounts.ts";
import { inodeOfNetwork, textIn } from "../../resources/network.ts";
import { type Standing, standingOf } from "./standing.ts";

/** Identifies a symbolic link by its target */
export function symbolicLink({ path, was, made }: Extract<Identity, { kind: "symbolic link" }>, look: Look): Standing {
  const now = look.link(path);
  if (now !== null || was === null) return now === was ? "gone" : now === made ? "ours" : "another's";
  return isFree(path, look) ? "ours" : "gone";
}

/** Reports whether a path is free: nothing is there, but its folder exists */
function isFree(path: string, look: Look): boolean {
  return look.inode(path) === null && look.inode(dirname(path)) !== null;
}

/** Identifies a folder by its inode. A folder that contains others' files must stay */
export async function folder(
  { path, inode, change }: Extract<Identity, { kind: "folder" }>,
  look: Look,
): Promise<Standing> {
  const now = look.inode(path);
  if (change === "removed") return isFree(path, look) ? "ours" : "gone";
  if (now === null) return "gone";
  if (inode !== null && now !== inode) return "another's";
  const content = await look.text(["find", `${path}/`, "-mindepth", "1", "-maxdepth", "1", "-print", "-quit"]);
  return content === "" ? "ours" : "another's";
}

/** Compares a file by its content */
export function file({ path, was, made }: Extract<Identity, { kind: "file" }>, look: Look): Standing {
  const now = digestOf(look.file(path));
  if (now === was) return "gone";
  return made === "not yet known" || now === made ? "ours" : "another's";
}

/** Compares a setting by its value */
export async function setting(
  { network, path, was, made }: Extract<Identity, { kind: "setting" }>,
  look: Look,
): Promise<Standing> {
  if ((await inodeOfNetwork(look, network.enter)) !== network.inode) return "gone";
  const now = await textIn(look, network.enter, ["cat", path]);
  return now === null ? "gone" : standingOf(now, { was, made });
}

/** Identifies a mount by its id; a later mount on top of it is another's */
export async function mount({ path, id, before }: Extract<Identity, { kind: "mount" }>, look: Look): Promise<Standing> {
  const now = mountsAt(look, path);
  const ours = id ?? now.find((one) => !before.includes(one));
  if (ours === undefined || !now.includes(ours)) return "gone";
  return now.at(-1) === ours ? "ours" : "another's";
}

/** Reports whether the same inode is at the new path, and nothing at the old one */
export function moved({ from, to, inode }: Extract<Identity, { kind: "moved" }>, look: Look): Standing {
  const now = look.inode(to);
  if (now === null || (inode !== null && look.inode(from) === inode)) return "gone";
  return (inode === null || now === inode) && isFree(from, look) ? "ours" : "another's";
}
