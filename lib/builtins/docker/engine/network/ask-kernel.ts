/**
 * What the engine asks of the kernel's networks.
 *
 * @module
 */
import { Refusal } from "../../../../netlink/rtnetlink/refusal.ts";
import { RouteSocket } from "../../../../netlink/rtnetlink/route-socket.ts";
import { DaemonFailure } from "../../failure.ts";

/**
 * Asks it in the host's network.
 *
 * @throws {DaemonFailure} with what the kernel says when it refuses, in the words of `ip`
 */
export function askKernel<T>(ask: (socket: RouteSocket) => T): T {
  return asking(RouteSocket.open(), ask);
}

/** The same in another network namespace, which is open */
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
