/** Netlink sockets whose answers find no room, as where a machine's limits are low. */
import { readdirSync } from "node:fs";

import { checked, libc } from "../../../lib/netlink/libc.ts";

const SOL_SOCKET = 1;
const SO_RCVBUF = 8;

/** Opens a socket, and takes away the room for most of its answers */
export function leaveLittleRoom<Socket>(open: () => Socket): Socket {
  const before = descriptors();
  const socket = open();
  const [fd] = descriptors().filter((one) => !before.includes(one));
  if (fd === undefined) throw new Error("No socket was opened");
  // The kernel makes the least of it that it allows
  checked("leave little room", libc.setsockopt(fd, SOL_SOCKET, SO_RCVBUF, Uint32Array.of(1), 4));
  return socket;
}

function descriptors(): readonly number[] {
  // The one that lists them is gone when they are listed
  return readdirSync("/proc/self/fd")
    .map(Number)
    .filter((fd) => isSocket(fd));
}

function isSocket(fd: number): boolean {
  const type = new Uint32Array(1);
  return libc.getsockopt(fd, SOL_SOCKET, 3, type, Uint32Array.of(4)) === 0;
}
