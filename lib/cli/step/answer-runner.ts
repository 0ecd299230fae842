import type { HostCommand } from "../terminal/own-terminal.ts";
import type { PaceKind } from "./read-pace.ts";

/** A runner that asks before each line, and the command that opens a shell on its host */
export interface Asking {
  readonly pace: PaceKind;
  /** The descriptor of the socket that it asks on */
  readonly channel: number;
  readonly shell: HostCommand;
}

/**
 * Waits for something, and answers the runner's questions until then; returns `quit` when the reader ends the
 * run
 */
export async function answering<T>({ pace, channel, shell }: Asking, end: Promise<T>): Promise<T | "quit"> {
  if (pace !== "asked") return end;
  const { openDialogue } = await import("./dialogue.ts");
  using dialogue = openDialogue(channel, shell);
  return await Promise.race([end, dialogue.quit]);
}
