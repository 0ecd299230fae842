/**
 * Sends the engine's requests to the kernel.
 *
 * @module
 */
import { Refusal } from "../../../../netlink/rtnetlink/refusal.ts";
import { RouteSocket } from "../../../../netlink/rtnetlink/route-socket.ts";
import { DaemonFailure } from "../../../../programs/docker/failure.ts";

/**
 * Sends requests in the host's network namespace.
 *
 * @throws {DaemonFailure} when the kernel refuses, with `ip`'s message
 */
export function askKernel<T>(ask: (socket: RouteSocket) => T): T {
  return asking(RouteSocket.open(), ask);
}

/** Sends requests in another, open network namespace */
export function askKernelIn<T>(network: number, ask: (socket: RouteSocket) => T): T {
  return asking(RouteSocket.openIn(network), ask);
}

function asking<T>(opened: RouteSocket, ask: (socket: RouteSocket) => T): T {
  using socket = opened;
  try {
    return ask(socket);
  } catch (error) {
    throw error instanceof Refusal ? new DaemonFailure(error.answer) : error;
  }
}
