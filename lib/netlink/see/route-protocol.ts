import { PROTOCOL } from "../routes/route-message.ts";

/** RTPROT_* of include/uapi/linux/rtnetlink.h, as iproute2 prints them */
const PROTOCOLS = new Map<number, string>([
  [1, "redirect"],
  [PROTOCOL.kernel, "kernel"],
  [PROTOCOL.boot, "boot"],
  [PROTOCOL.static, "static"],
  [9, "ra"],
  [16, "dhcp"],
]);

/** Names the program that added a route or a neighbour, or gives its number */
export function routeProtocol(number: number): string {
  return PROTOCOLS.get(number) ?? `${number}`;
}

/** Names the program by a name or number that was typed */
export function shownProtocol(typed: string): string {
  return /^\d+$/.test(typed) ? routeProtocol(Number(typed)) : typed;
}
