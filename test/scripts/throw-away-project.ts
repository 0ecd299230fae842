import { chmod, cp, mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** All that the launcher starts, Bun apart, where everything is installed. */
export const warm: readonly string[] = ["uname"];

/** All that it starts in order to install, npm or Bun apart: each is essential on Debian. */
export const installing: readonly string[] = [...warm, "cmp", "cp", "flock", "grep", "rm", "tail"];

/** Where `install.sh` records what it installed. */
export const record = "node_modules/.wirework-lock.json";

const checkout = join(import.meta.dir, "../..");

const files: readonly string[] = [
  ".npmrc",
  "package-lock.json",
  "package.json",
  "scripts/install.sh",
  "scripts/wirework",
  "tsconfig.json",
];

/** A copy of the project with the real launcher and lock file, and `stand-in.ts` for the program. */
export class ThrowAwayProject implements AsyncDisposable {
  /** The test's own folder, which the project is in. */
  readonly folder: string;
  readonly path: string;
  readonly launcher: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.path = join(folder, "a  project's copy");
    this.launcher = this.join("scripts/wirework");
  }

  static async create(): Promise<ThrowAwayProject> {
    const folder = await mkdtemp(join(tmpdir(), "wirework-test-"));
    await chmod(folder, 0o755); // nobody must be able to read it
    const project = new ThrowAwayProject(folder);
    for (const file of files) {
      await cp(join(checkout, file), project.join(file));
    }
    await mkdir(project.join("recipes"));
    const program = join(import.meta.dir, "stand-in.ts");
    await cp(program, project.join("lib/cli/main.ts"));
    return project;
  }

  /** A project in which a developer has run `npm ci`: with hard links to the checkout's modules. */
  static async installed(): Promise<ThrowAwayProject> {
    const project = await ThrowAwayProject.create();
    const copy = [join(checkout, "node_modules"), project.path];
    const linked = Bun.spawnSync(["cp", "-al", ...copy], { stderr: "ignore" });
    if (!linked.success) Bun.spawnSync(["cp", "-a", ...copy]); // another file system
    // The checkout itself may have been installed by the launcher.
    await rm(project.join(record), { force: true });
    return project;
  }

  join(...names: string[]): string {
    return join(this.path, ...names);
  }

  /** An environment in which PATH leads to these programs of the machine, and to no others. */
  async only(...names: readonly string[]): Promise<{ readonly PATH: string }> {
    const directory = await mkdtemp(join(this.folder, "bin-"));
    for (const name of names) {
      const program = name === "bun" ? process.execPath : Bun.which(name);
      if (program === null) {
        throw new Error(`Cannot test without "${name}": it is not on PATH`);
      }
      await symlink(program, join(directory, name));
    }
    return { PATH: directory };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.folder, { force: true, recursive: true });
  }
}
