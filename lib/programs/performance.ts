import type { RouteSocket } from "../netlink/rtnetlink/route-socket.ts";

/**
 * Does what a line says. It is synchronous, as the kernel is: nobody comes between two of its steps in this process.
 *
 * It throws {@linkcode NotOurs} when only the real program knows how, before anything is done.
 */
export type Performance = (socket: RouteSocket) => void;
