/**
 * The image `base`, made of this machine's own programs: no registry is asked.
 *
 * @module
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

import { cacheFolder } from "../cache-folder.ts";
import { HostError } from "../host-error.ts";
import { SYSTEM_PATH } from "../programs.ts";

/** What `docker import` is to know of the image: an archive holds files only */
export const BASE_IMAGE = {
  name: "base",
  changes: ["EXPOSE 80", 'CMD ["/bin/bash"]'],
} as const;

/** Programs of the machine, and where the image has them; BusyBox is all the others */
const PROGRAMS = { bash: "/bin/bash", ip: "/sbin/ip", ping: "/bin/ping" } as const;

/** The article's prompt, `root@63f36fc01b5f:/#`; not every bash reads the first file */
const PROMPT = "[ -z \"$PS1\" ] || PS1='\\u@\\h:\\w\\$ '\n";

const TEXTS: Readonly<Record<string, string>> = {
  "/etc/passwd": "root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:nobody:/:/bin/false\n",
  "/etc/group": "root:x:0:\nnogroup:x:65534:\n",
  "/etc/bash.bashrc": PROMPT,
  "/root/.bashrc": PROMPT,
};

const FOLDERS = ["/dev", "/proc", "/sys", "/run", "/tmp", "/var", "/root"] as const;

/** A file of the machine, and where the image has it */
interface Copied {
  readonly from: string;
  readonly to: string;
}

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

function copiedFiles(): readonly Copied[] {
  const busybox = programOf("busybox");
  if (librariesOf(busybox).length > 0)
    throw new HostError(
      "Cannot make the image base: BusyBox needs libraries",
      `${busybox} is not the one of the package busybox-static`,
      "sudo apt-get install --yes busybox-static",
    );
  const programs = Object.entries(PROGRAMS).map(([name, to]) => ({ from: programOf(name), to }));
  const libraries = new Set(programs.flatMap(({ from }) => librariesOf(from)));
  return [
    { from: busybox, to: "/bin/busybox" },
    ...programs,
    ...[...libraries].map((path) => ({ from: realpathSync(path), to: path })),
  ];
}

function programOf(name: string): string {
  const path = Bun.which(name, { PATH: SYSTEM_PATH });
  if (path !== null) return realpathSync(path);
  throw new HostError("Cannot make the image base", `there is no ${name}`, "sudo apt-get install --yes busybox-static");
}

/** What the dynamic linker loads for a program, ldd(1); nothing for a static one */
function librariesOf(program: string): readonly string[] {
  const { stdout } = Bun.spawnSync(["ldd", program], { env: { PATH: SYSTEM_PATH, LC_ALL: "C" }, stderr: "ignore" });
  return [...stdout.toString().matchAll(/(?:=> |^\s*)(\/\S+) \(0x/gm)].map(([, path = ""]) => path);
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

function layOut(root: string, files: readonly Copied[]): void {
  for (const folder of FOLDERS) mkdirSync(join(root, folder), { recursive: true });
  chmodSync(join(root, "tmp"), 0o1777);
  for (const [path, text] of Object.entries(TEXTS)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const { from, to } of files) {
    mkdirSync(dirname(join(root, to)), { recursive: true });
    copyFileSync(from, join(root, to));
    chmodSync(join(root, to), 0o755);
  }
  for (const path of appletPaths(join(root, "bin/busybox"))) {
    const link = join(root, path);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync("/bin/busybox", link);
  }
}

/** Where BusyBox says that its applets belong, but for those in whose place the machine's own program is */
function appletPaths(busybox: string): readonly string[] {
  const own = new Set<string>(Object.keys(PROGRAMS));
  const { stdout } = Bun.spawnSync([busybox, "--list-full"]);
  return stdout
    .toString()
    .trim()
    .split("\n")
    .filter((path) => !own.has(basename(path)));
}

/** Equivalent to: `tar --create --file $archive --directory $root .` */
function pack(root: string, archive: string): void {
  const same = ["--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--format=posix"];
  const times = "--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime";
  const { exitCode, stderr } = Bun.spawnSync([
    "tar",
    "--create",
    `--file=${archive}`,
    ...same,
    times,
    `--directory=${root}`,
    ".",
  ]);
  if (exitCode !== 0) throw new Error(`Cannot pack the image base: tar says ${stderr.toString().trim()}`);
}
