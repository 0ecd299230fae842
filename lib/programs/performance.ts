import type { RouteSocket } from "../netlink/rtnetlink/route-socket.ts";

/**
 * Performs a line, synchronously like the kernel: nothing else in this process runs between its steps.
 *
 * It throws {@linkcode NotOurs} before doing anything when only the real program can run the line.
 */
export type Performance = (socket: RouteSocket) => void;
