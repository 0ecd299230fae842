import { closeSync, constants, openSync } from "node:fs";

import type { Window } from "../../builtin.ts";
import { resize } from "../../../netlink/pty.ts";
import type { ContainerId } from "../../../values/container-id.ts";
import { readContainer } from "./store.ts";

/** Keeps a container's terminal as large as the window that it is shown in */
export function fitWindow(id: ContainerId, window: Window): void {
  const fit = () => {
    const state = readContainer(id)?.state;
    if (state?.status !== "running" || state.pid === 0) return;
    const terminal = openSync(`/proc/${state.pid}/fd/0`, constants.O_RDWR | constants.O_NOCTTY);
    resize(terminal, window.size());
    closeSync(terminal);
  };
  window.onResize(fit);
  fit();
}
