/** Namespaces with a holder and nothing else in them. */
import { existsSync, readFileSync } from "node:fs";

import { awaitHolder, type Holder, startHolder } from "../../../lib/hosts/holder.ts";
import type { UserNamespace } from "../../../lib/hosts/user-namespace.ts";

/** The kinds that the current user can make */
export const HELD_KINDS: readonly UserNamespace[] =
  process.geteuid?.() === 0 ? ["own id", "unused ids", "none"] : ["own id"];

/** A holder that is ready */
export class Held implements AsyncDisposable {
  readonly holder: Holder;
  readonly pid: number;

  private constructor(holder: Holder, pid: number) {
    this.holder = holder;
    this.pid = pid;
  }

  static async start(kind: UserNamespace, label: string | null, enter: readonly string[] = []): Promise<Held> {
    const holder = startHolder(kind, enter, label);
    const pid = await awaitHolder(holder, kind);
    if (pid === null) throw new Error(await new Response(holder.stderr).text());
    return new Held(holder, pid);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (existsSync(`/proc/${this.pid}`) && this.holder.exitCode === null) process.kill(this.pid, "SIGKILL");
    await this.holder.exited;
  }

  /** Reads one of its files in /proc */
  read(name: string): string {
    return readFileSync(`/proc/${this.pid}/${name}`, "utf8");
  }
}
