import type { HostCommand } from "../terminal/own-terminal.ts";
import type { PaceKind } from "./read-pace.ts";

/** A runner that asks, and what opens a shell on its host */
export interface Asking {
  readonly pace: PaceKind;
  /** The descriptor of the socket that it asks on */
  readonly channel: number;
  readonly shell: HostCommand;
}

/** Waits for something, and answers what a runner asks until then; `quit` when the reader wants an end before */
export async function answering<T>({ pace, channel, shell }: Asking, end: Promise<T>): Promise<T | "quit"> {
  if (pace !== "asked") return end;
  const { openDialogue } = await import("./dialogue.ts");
  using dialogue = openDialogue(channel, shell);
  return await Promise.race([end, dialogue.quit]);
}
