/**
 * Opens another terminal in a container, for `docker exec --tty`.
 *
 * @module
 */
import { closeSync } from "node:fs";

import { openPty, resize } from "../../../../netlink/pty.ts";
import type { Streams } from "../../../builtin.ts";
import { feed, pass } from "../../../run-with.ts";
import { UNSEEN } from "./window.ts";

/**
 * Runs a program on a new terminal in a container; returns its exit status.
 *
 * @param pid a process in the container
 * @param argv takes the terminal as its controlling one
 */
export async function runOnContainerTerminal(
  pid: number,
  argv: readonly string[],
  { input, output, window }: Streams,
): Promise<number> {
  const { master, slave } = openPty(`/proc/${pid}/root/dev/pts/ptmx`, window?.size() ?? UNSEEN);
  const running = Bun.spawn([...argv], { stdio: [slave, slave, slave] });
  closeSync(slave);
  const screen = Bun.spawn(["cat"], { stdio: [master, "pipe", "ignore"] });
  const keyboard = Bun.spawn(["cat"], { stdio: ["pipe", master, "ignore"] });
  if (input !== null) void feed(keyboard.stdin, input);
  let isOpen = true;
  window?.onResize(() => isOpen && resize(master, window.size()));
  const [exitCode] = await Promise.all([running.exited, pass(screen.stdout, output)]);
  isOpen = false;
  closeSync(master);
  keyboard.kill();
  return exitCode;
}
