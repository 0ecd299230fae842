/**
 * The image `base`, made of this machine's own programs: no registry is asked.
 *
 * @module
 */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";

import { processStart } from "../../../netlink/process/process-start.ts";
import { cacheFolder } from "../../cache-folder.ts";
import { type Copied, copiedFiles, FOLDERS, TEXTS } from "./contents.ts";
import { layOut, pack } from "./lay-out.ts";

/**
 * The image's archive, for `docker import`: made once, and kept under a name that says of what it was made and what it holds.
 *
 * @returns its path
 * @throws {HostError} when a program that it is made of is missing
 */
export function baseImageArchive(): string {
  const files = copiedFiles();
  const folder = cacheFolder();
  const start = `base-${digestOfInputs(files)}-`;
  const kept = archivesIn(folder).find((name) => name.startsWith(start) && isWhole(join(folder, name)));
  if (kept !== undefined) return join(folder, kept);
  const archive = makeArchive(files, folder, start);
  removeOld(folder, basename(archive));
  return archive;
}

function archivesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => ARCHIVE.test(name));
}

const ARCHIVE = /^base-[0-9a-f]+-[0-9a-f]+\.tar$/;
/** Where one was made, by the id of the process that did */
const WORKSHOP = /^base-making-(\d+)-/;

/** Removes what was made of programs that have changed since, and what was left when its making was interrupted */
function removeOld(folder: string, current: string): void {
  const isOld = (name: string) => {
    const maker = WORKSHOP.exec(name)?.[1];
    return maker === undefined ? ARCHIVE.test(name) && name !== current : processStart(Number(maker)) === null;
  };
  for (const name of readdirSync(folder).filter(isOld)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Whether an archive still is what its name says */
function isWhole(archive: string): boolean {
  return archive.endsWith(`-${sha256(readFileSync(archive))}.tar`);
}

function digestOfInputs(files: readonly Copied[]): string {
  const hash = new Bun.CryptoHasher("sha256");
  hash.update(JSON.stringify([FOLDERS, TEXTS]));
  for (const { from, to } of files) hash.update(`${to}\n`).update(readFileSync(from));
  return hash.digest("hex").slice(0, 16);
}

function sha256(content: Uint8Array): string {
  return new Bun.CryptoHasher("sha256").update(content).digest("hex");
}

/** Lays the image out in a folder, packs it, and gives the archive its name only when it is whole */
function makeArchive(files: readonly Copied[], folder: string, start: string): string {
  const workshop = mkdtempSync(join(folder, `base-making-${process.pid}-`));
  try {
    const root = join(workshop, "root");
    layOut(root, files);
    const archive = join(workshop, "base.tar");
    pack(root, archive);
    const final = join(folder, `${start}${sha256(readFileSync(archive))}.tar`);
    renameSync(archive, final);
    return final;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}
