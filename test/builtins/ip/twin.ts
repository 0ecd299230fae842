/**
 * One of two worlds that are alike, in namespaces of their own: in one all lines are the real ip's, in the other those that are ours are
 * answered by ours, with the real one out of reach.
 */
import { UNSHARE } from "../../support/host/in-namespaces.ts";
import { linesOf } from "../../support/host/host-lines.ts";
import type { KernelState } from "../../support/kernel/kernel-state.ts";
import type { Said } from "./answer-in-process.ts";
import type { Answerer, Scene } from "./scenes.ts";

/** What a line said, and what there was afterwards */
export interface Played extends Said {
  readonly line: string;
  /** `null` where nobody looked */
  readonly state: KernelState | null;
}

/** How often somebody looks at the kernel's state */
export type Looking = "after each of ours" | "at the end";

/** What is asked of the process inside */
export interface PlayRequest {
  readonly scene: Scene;
  readonly looking: Looking;
}

export class Twin implements AsyncDisposable {
  readonly #running;
  readonly #answers: AsyncGenerator<string>;

  /** @param by who answers the lines that are ours */
  constructor(by: Answerer) {
    const inside = `${import.meta.dir}/twin-inside.ts`;
    this.#running = Bun.spawn([...UNSHARE, process.execPath, "--no-env-file", inside, by], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { PATH: "/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin" },
    });
    this.#answers = linesOf(this.#running.stdout);
  }

  /** Plays a scene in new networks */
  async play(scene: Scene, looking: Looking): Promise<readonly Played[]> {
    this.#running.stdin.write(`${JSON.stringify({ scene, looking } satisfies PlayRequest)}\n`);
    void this.#running.stdin.flush();
    const { value } = await this.#answers.next();
    if (value === undefined) throw new Error(`Cannot play "${scene.title}": the process inside has ended`);
    const answer = JSON.parse(value) as readonly Played[] | { readonly error: string };
    if ("error" in answer) throw new Error(answer.error);
    return answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#running.stdin.end();
    await this.#running.exited;
  }
}
