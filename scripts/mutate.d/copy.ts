/** Copies of the project for faults, all removed when the tool ends. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { changed, type Fault } from "./faults/fault.ts";

/** The folder of copies, on disk because tests make hard links, and some fail on a tmpfs or an overlay */
const TEMPORARY = "/var/tmp";
/** The folder of the tests' own copies, beside the project */
export const TEST_FOLDER = "tests";
const NAME = /^wirework-mutate-(\d+)-/;

/** The folder of all copies of one run; disposing of it removes it */
export class Copies implements Disposable {
  readonly folder: string;

  constructor() {
    for (const name of readdirSync(TEMPORARY)) {
      const [, pid] = NAME.exec(name) ?? [];
      // Left by a killed process
      if (pid !== undefined && !existsSync(`/proc/${pid}`)) remove(join(TEMPORARY, name));
    }
    this.folder = mkdtempSync(join(TEMPORARY, `wirework-mutate-${process.pid}-`));
    chmodSync(this.folder, 0o755);
  }

  [Symbol.dispose](): void {
    remove(this.folder);
  }
}

/** A copy of the project that holds one fault at a time */
export class Copy {
  /** The folder that tests may write into */
  readonly folder: string;
  /** The path of the project in it */
  readonly project: string;
  readonly #original: string;

  private constructor(original: string, folder: string) {
    this.#original = original;
    this.folder = folder;
    this.project = join(folder, "project");
  }

  /** Copies what tests need, with dependencies */
  static whole(original: string, folder: string): Copy {
    const copy = new Copy(original, folder);
    copy.#make();
    return copy;
  }

  /** Copies what the compiler needs */
  static ofSources(original: string, folder: string): Copy {
    const copy = new Copy(original, folder);
    mkdirSync(copy.project, { recursive: true });
    copy.#take((name) => name !== "node_modules");
    symlinkSync(join(original, "node_modules"), join(copy.project, "node_modules"));
    return copy;
  }

  /** Inserts a fault */
  put(fault: Fault): void {
    const text = readFileSync(join(this.#original, fault.file), "utf8");
    writeFileSync(join(this.project, fault.file), changed(text, fault));
  }

  /** Reverts a fault */
  restore({ file }: Fault): void {
    writeFileSync(join(this.project, file), readFileSync(join(this.#original, file)));
  }

  /** Removes what tests left, and makes a new copy when they have changed this one */
  tidy({ file }: Fault, since: number): void {
    this.#removeTests();
    const newer = ["-newermt", `@${since / 1000}`, "!", "-path", join(this.project, file)];
    const search = [
      "find",
      this.project,
      ...newer,
      "!",
      "-path",
      join(this.project, "node_modules"),
      "-print",
      "-quit",
    ];
    const { stdout, success } = Bun.spawnSync(search);
    if (success && stdout.length === 0) return;
    remove(this.folder);
    this.#make();
  }

  /** Removes the bundle too, which would contain another fault */
  #removeTests(): void {
    remove(join(this.project, "node_modules/.wirework"));
    remove(join(this.folder, TEST_FOLDER));
    this.#makeTestFolder();
  }

  #make(): void {
    mkdirSync(this.project, { recursive: true });
    this.#take(() => true);
    this.#makeTestFolder();
    remove(join(this.project, "node_modules/.wirework"));
  }

  #makeTestFolder(): void {
    const folder = join(this.folder, TEST_FOLDER);
    mkdirSync(folder);
    chmodSync(folder, 0o1777);
  }

  #take(isTaken: (name: string) => boolean): void {
    const names = readdirSync(this.#original).filter((name) => name !== ".git" && isTaken(name));
    const { success, stderr } = Bun.spawnSync(["cp", "-a", "--", ...names, this.project], { cwd: this.#original });
    if (!success) throw new Error(`Cannot copy the project to ${this.project}: ${stderr.toString()}`);
  }
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
