/**
 * The state of a path, and the steps that restore it.
 *
 * @module
 */
import type { InverseStep } from "../inversion.ts";
import { ON_HOST } from "../../../resources/entering.ts";
import type { FileOwner, Look, SeenFile } from "../../../resources/look.ts";
import { step } from "../undo-steps.ts";
import { digestOf, LARGEST } from "./digest.ts";

/** The thing at a path; for a folder, without its content */
export type PathState =
  | { readonly kind: "nothing" }
  | { readonly kind: "file"; readonly file: SeenFile }
  | { readonly kind: "link"; readonly target: string }
  | { readonly kind: "folder"; readonly inode: number; readonly owner: FileOwner }
  /** A thing that can't be restored, with its kind in words */
  | { readonly kind: "other"; readonly what: string };

/** Looks at a path, without following a link */
export async function seePath(look: Look, path: string): Promise<PathState> {
  const target = look.link(path);
  if (target !== null) return { kind: "link", target };
  const inode = look.inode(path);
  if (inode === null) return { kind: "nothing" };
  const file = look.file(path);
  if (file !== null)
    return file.content.length > LARGEST
      ? { kind: "other", what: `a file of more than ${LARGEST} bytes` }
      : { kind: "file", file };
  const [type = "", uid = 0, gid = 0, mode = "0"] = ((await look.text(["stat", "--format=%F/%u/%g/%a", path])) ?? "")
    .trim()
    .split("/");
  if (type !== "directory") return { kind: "other", what: type === "" ? "not to be seen" : `a ${type}` };
  return { kind: "folder", inode, owner: { uid: Number(uid), gid: Number(gid), mode: Number.parseInt(mode, 8) } };
}

/** Plans the steps that restore a path; `after` is `null` until the command has run */
export function restorePath(path: string, before: PathState, after: PathState | null): readonly InverseStep[] {
  if (after !== null && isSame(before, after)) return [];
  switch (before.kind) {
    case "nothing":
      return after === null ? [fileStep(path, null, "not yet known")] : removal(path, after);
    case "file":
      return [...clearing(path, after), fileStep(path, before.file, after === null ? "not yet known" : digest(after))];
    case "link":
      return [linkStep(path, before.target, after)];
    case "folder":
      return [folderStep(path, before.owner)];
    case "other":
      return [];
  }
}

/** Removes a link in the place of a file first, as a write would follow it */
function clearing(path: string, after: PathState | null): readonly InverseStep[] {
  return after?.kind === "link" ? removal(path, after) : [];
}

function removal(path: string, there: PathState): readonly InverseStep[] {
  switch (there.kind) {
    case "file":
      return [fileStep(path, null, digestOf(there.file))];
    case "link":
      return [step(ON_HOST, ["rm", path], { kind: "symbolic link", path, was: null, made: there.target })];
    case "folder":
      return [step(ON_HOST, ["rmdir", path], { kind: "folder", path, inode: there.inode, change: "made" })];
    default:
      return [];
  }
}

function linkStep(path: string, target: string, after: PathState | null): InverseStep {
  if (after?.kind === "file")
    return step(ON_HOST, ["ln", "-sfn", target, path], { kind: "file", path, was: null, made: digestOf(after.file) });
  const made = after?.kind === "link" ? after.target : null;
  const takes = { kind: "symbolic link", path, was: target, made } as const;
  return step(ON_HOST, ["ln", made === null ? "-s" : "-sfn", target, path], takes);
}

function folderStep(path: string, { uid, gid, mode }: FileOwner): InverseStep {
  const owner = [`--owner=${uid}`, `--group=${gid}`, `--mode=${mode.toString(8).padStart(4, "0")}`];
  return step(ON_HOST, ["install", "--directory", ...owner, path], {
    kind: "folder",
    path,
    inode: null,
    change: "removed",
  });
}

/** Restores a file's content, or removes the file if there was none */
export function fileStep(path: string, was: SeenFile | null, made: string | null): InverseStep {
  return {
    kind: "file",
    path,
    content: was === null ? null : Buffer.from(was.content).toString("base64"),
    owner: was === null ? null : { uid: was.uid, gid: was.gid, mode: was.mode },
    takes: { kind: "file", path, was: digestOf(was), made },
    when: "in turn",
  };
}

function digest(there: PathState): string | null {
  return there.kind === "file" ? digestOf(there.file) : null;
}

function isSame(one: PathState, other: PathState): boolean {
  if (one.kind === "file" && other.kind === "file") return digestOf(one.file) === digestOf(other.file);
  if (one.kind === "link" && other.kind === "link") return one.target === other.target;
  return one.kind === other.kind;
}
