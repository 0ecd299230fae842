/**
 * The image `base`, made of this machine's own programs: no registry is asked.
 *
 * @module
 */
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

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
  const kept = readdirSync(folder).find((name) => name.startsWith(start) && isWhole(join(folder, name)));
  return kept === undefined ? makeArchive(files, join(folder, start)) : join(folder, kept);
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
function makeArchive(files: readonly Copied[], start: string): string {
  const workshop = mkdtempSync(`${start}making-`);
  try {
    const root = join(workshop, "root");
    layOut(root, files);
    const archive = join(workshop, "base.tar");
    pack(root, archive);
    const final = `${start}${sha256(readFileSync(archive))}.tar`;
    renameSync(archive, final);
    return final;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}
