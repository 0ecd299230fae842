/**
 * Builds the image `base` from this machine's own programs, without a registry.
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
 * Returns the path of the image's archive, for `docker import`. It is built once; its name is derived from
 * its sources and its contents.
 *
 * @throws {HostError} when a program that the image needs is missing
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
/** A temporary folder of a build: its name holds the id of the building process */
const WORKSHOP = /^base-making-(\d+)-/;

/** Removes archives of programs that have changed since, and the leftovers of interrupted builds */
function removeOld(folder: string, current: string): void {
  const isOld = (name: string) => {
    const maker = WORKSHOP.exec(name)?.[1];
    return maker === undefined ? ARCHIVE.test(name) && name !== current : processStart(Number(maker)) === null;
  };
  for (const name of readdirSync(folder).filter(isOld)) rmSync(join(folder, name), { recursive: true, force: true });
}

/** Reports whether an archive's contents still match its name */
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

/** Lays the image out in a folder and packs it; renames the archive only when it is complete */
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
