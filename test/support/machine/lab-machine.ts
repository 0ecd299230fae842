/**
 * A machine as labs see it: with a `/run` of its own, so that what one test keeps is not in another's way.
 */
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { isCgroupName } from "../../../lib/hosts/docker/cgroup-name.ts";
import { linesOf } from "../host/host-lines.ts";
import { Mark } from "../mark.ts";
import { readableProject } from "../project.ts";
import { emptyFolder } from "../recipe-file.ts";
import type { User } from "./users.ts";
import { BARE, type Ended, startWirework, wirework, type Where } from "../wirework.ts";

/** The ids of the user `nobody` */
const NOBODY = 65_534;

/** Where a user's commands run; disposing of it takes down what a test that failed has kept */
export class LabMachine implements AsyncDisposable {
  /** The user, in there */
  readonly user: User;
  /** The runtime folder, by a path that the test can use */
  readonly runtime: string;
  /** Tells the processes of its labs from all others */
  readonly mark = new Mark();
  readonly #environment: Readonly<Record<string, string>>;
  readonly #close: () => Promise<unknown>;

  static async open(user: User): Promise<LabMachine> {
    if (user.name === "self") return LabMachine.#withFolder(user);
    // Its own `/run` takes root, and a process that keeps it
    const keeper = Bun.spawn(
      ["unshare", "--mount", "sh", "-c", "mount -t tmpfs -o mode=755 tmpfs /run && echo && cat"],
      {
        stdio: ["pipe", "pipe", "inherit"],
      },
    );
    await linesOf(keeper.stdout).next();
    const run = `/proc/${keeper.pid}/root/run`;
    const runtime = user.name === "root" ? run : folderOfNobody(run);
    const prefix = ["nsenter", `--mount=/proc/${keeper.pid}/ns/mnt`, "--wd=/", "--", ...user.prefix];
    const close = async () => {
      await keeper.stdin.end();
      await keeper.exited;
    };
    return new LabMachine({ ...user, prefix }, runtime, {}, close);
  }

  static #withFolder(user: User): LabMachine {
    const folder = emptyFolder();
    chmodSync(folder, 0o700);
    return new LabMachine(user, folder, { XDG_RUNTIME_DIR: folder }, async () => {});
  }

  private constructor(
    user: User,
    runtime: string,
    environment: Readonly<Record<string, string>>,
    close: () => Promise<unknown>,
  ) {
    this.user = user;
    this.runtime = runtime;
    this.#environment = environment;
    this.#close = close;
  }

  /** The environment that its commands run with, besides that of a new user */
  get environment(): Readonly<Record<string, string>> {
    // What a holder is started with is not the caller's environment: its runner tells, while there is one
    return { ...this.#environment, ...this.mark.environment };
  }

  /** The same machine, as root uses it */
  as(root: User): LabMachine {
    const run = this.runtime.slice(0, this.runtime.indexOf("/root/run") + "/root/run".length);
    return new LabMachine(root, run, {}, async () => {});
  }

  /** Runs `scripts/wirework` to its end */
  wirework(...args: readonly string[]): Promise<Ended> {
    return wirework(this.user, args, this.#where());
  }

  /** Starts `scripts/wirework` */
  start(...args: readonly string[]) {
    return startWirework(this.user, args, this.#where());
  }

  /** Runs it to its end, with something to read */
  async reading(input: string, ...args: readonly string[]): Promise<Ended> {
    const running = Bun.spawn([...this.line(...args)], {
      cwd: "/",
      env: { ...BARE, ...this.environment },
      stdio: [Buffer.from(input), "pipe", "pipe"],
    });
    const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
    return { status, stdout, stderr };
  }

  /** Its command line */
  line(...args: readonly string[]): readonly [string, ...string[]] {
    return ["env", ...this.user.prefix, `${readableProject()}/scripts/wirework`, ...args];
  }

  /** What a command prints that ends well and complains of nothing */
  async printed(...args: readonly string[]): Promise<string> {
    const { status, stdout, stderr } = await this.wirework(...args);
    if (status !== 0 || stderr !== "") throw new Error(`wirework ${args.join(" ")} ended with ${status}: ${stderr}`);
    return stdout;
  }

  /** Takes labs down; what each was before */
  async down(...names: readonly string[]): Promise<readonly { readonly name: string; readonly was: string }[]> {
    return (JSON.parse(await this.printed("down", ...names, "--json")) as { labs: [] }).labs;
  }

  /** The labs as `wirework ps --json` lists them */
  async labs(): Promise<readonly ListedLab[]> {
    return (JSON.parse(await this.printed("ps", "--json")) as { labs: readonly ListedLab[] }).labs;
  }

  /** Collects garbage; what was removed of labs, as other tests leave cgroups at the same time */
  async collectGarbage(): Promise<readonly { readonly name: string; readonly why: string }[]> {
    const { schema, removed } = JSON.parse(await this.printed("gc", "--json"));
    if (schema !== 1) throw new Error(`gc prints schema ${schema}`);
    return removed.filter(({ name }: { readonly name: string }) => !isCgroupName(name));
  }

  /** The file of a lab's record */
  record(lab: string): string {
    return join(this.runtime, "wirework/labs", lab, "record.json");
  }

  /** All that is in the runtime folder, of labs */
  left(): readonly string[] {
    const folder = join(this.runtime, "wirework");
    for (;;) {
      if (!existsSync(folder)) return [];
      try {
        return ["wirework", ...readdirSync(folder, { recursive: true }).map(String)];
      } catch (error) {
        // Somebody tidies it up at this moment
        if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const down = await this.wirework("down", "--all");
    const gc = await this.wirework("gc");
    await this.#close();
    // A lab that is left here is found by whichever machine has this one's number next
    if (down.status !== 0 || gc.status !== 0) throw new Error(`Cannot take down labs: ${down.stderr}${gc.stderr}`);
  }

  #where(): Where {
    return { environment: this.environment };
  }
}

/** A lab in a list */
export interface ListedLab {
  readonly name: string;
  readonly recipe: string | null;
  readonly on: string | null;
  readonly since: string | null;
  readonly state: string;
  readonly why: string | null;
}

/** As systemd makes it at a login */
function folderOfNobody(run: string): string {
  const folder = join(run, "user", `${NOBODY}`);
  mkdirSync(folder, { recursive: true });
  chownSync(folder, NOBODY, NOBODY);
  chmodSync(folder, 0o700);
  return folder;
}
