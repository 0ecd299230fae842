import { closeSync, constants, openSync } from "node:fs";

import type { Window } from "../../../builtin.ts";
import { resize, type TerminalSize } from "../../../../netlink/pty.ts";
import type { ContainerId } from "../../../../values/name/container-id.ts";
import { readContainer } from "../store.ts";

/** Docker's size for a terminal that nobody watches yet */
export const UNSEEN: TerminalSize = { columns: 80, rows: 24 };

/** Resizes a container's terminal with the window that shows it */
export function followWindow(id: ContainerId, window: Window): void {
  window.onResize(() => {
    const state = readContainer(id)?.state;
    const terminal = state?.status === "running" ? openTerminal(state.pid) : null;
    if (terminal === null) return;
    resize(terminal, window.size());
    closeSync(terminal);
  });
}

/** Opens the container's first terminal; `null` when its first process has ended */
function openTerminal(pid: number | null): number | null {
  try {
    return openSync(`/proc/${pid}/root/dev/pts/0`, constants.O_RDWR | constants.O_NOCTTY);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
