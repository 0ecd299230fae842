/** A machine as labs see it: with its own `/run`, so that tests don't affect each other. */
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

/** A machine for a user's commands; disposing of it removes what a failed test has kept */
export class LabMachine implements AsyncDisposable {
  /** The user on that machine */
  readonly user: User;
  /** The runtime folder, by a path that the test can use */
  readonly runtime: string;
  /** Marks the processes of its labs */
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

  /** Its commands' environment, beyond that of a new user */
  get environment(): Readonly<Record<string, string>> {
    // A holder's environment is not the caller's: while there is a runner, that one is marked
    return { ...this.#environment, ...this.mark.environment };
  }

  /** Returns the same machine for root */
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

  /** Runs it to its end with input */
  async reading(input: string, ...args: readonly string[]): Promise<Ended> {
    const running = Bun.spawn([...this.line(...args)], {
      cwd: "/",
      env: { ...BARE, ...this.environment },
      stdio: [Buffer.from(input), "pipe", "pipe"],
    });
    const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
    return { status, stdout, stderr };
  }

  /** Returns its command line */
  line(...args: readonly string[]): readonly [string, ...string[]] {
    return ["env", ...this.user.prefix, `${readableProject()}/scripts/wirework`, ...args];
  }

  /** Returns the output of a command that succeeds without errors */
  async printed(...args: readonly string[]): Promise<string> {
    const { status, stdout, stderr } = await this.wirework(...args);
    if (status !== 0 || stderr !== "") throw new Error(`wirework ${args.join(" ")} ended with ${status}: ${stderr}`);
    return stdout;
  }

  /** Removes labs; returns the earlier state of each */
  async down(...names: readonly string[]): Promise<readonly { readonly name: string; readonly was: string }[]> {
    return (JSON.parse(await this.printed("down", ...names, "--json")) as { labs: [] }).labs;
  }

  /** Lists the labs with `wirework ps --json` */
  async labs(): Promise<readonly ListedLab[]> {
    return (JSON.parse(await this.printed("ps", "--json")) as { labs: readonly ListedLab[] }).labs;
  }

  /** Collects garbage; returns what was removed of labs, as other tests leave cgroups at the same time */
  async collectGarbage(): Promise<readonly { readonly name: string; readonly why: string }[]> {
    const { schema, removed } = JSON.parse(await this.printed("gc", "--json"));
    if (schema !== 1) throw new Error(`gc prints schema ${schema}`);
    return removed.filter(({ name }: { readonly name: string }) => !isCgroupName(name));
  }

  /** Returns the path of a lab's record */
  record(lab: string): string {
    return join(this.runtime, "wirework/labs", lab, "record.json");
  }

  /** Lists the runtime folder's contents that belong to labs */
  left(): readonly string[] {
    const folder = join(this.runtime, "wirework");
    for (;;) {
      if (!existsSync(folder)) return [];
      try {
        return ["wirework", ...readdirSync(folder, { recursive: true }).map(String)];
      } catch (error) {
        // It is just being removed
        if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const down = await this.wirework("down", "--all");
    const gc = await this.wirework("gc");
    await this.#close();
    // A lab left here would be found by a later machine with the same number
    if (down.status !== 0 || gc.status !== 0) throw new Error(`Cannot take down labs: ${down.stderr}${gc.stderr}`);
  }

  #where(): Where {
    return { environment: this.environment };
  }
}

/** A lab in the list */
export interface ListedLab {
  readonly name: string;
  readonly recipe: string | null;
  readonly on: string | null;
  readonly since: string | null;
  readonly state: string;
  readonly why: string | null;
}

/** Makes a runtime folder as systemd does at a login */
function folderOfNobody(run: string): string {
  const folder = join(run, "user", `${NOBODY}`);
  mkdirSync(folder, { recursive: true });
  chownSync(folder, NOBODY, NOBODY);
  chmodSync(folder, 0o700);
  return folder;
}
