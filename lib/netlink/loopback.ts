/**
 * The loopback interface, which exists in every new network namespace and is down.
 *
 * @module
 */
import { checked, libc } from "./libc.ts";

const AF_INET = 2;
const SOCK_DGRAM_CLOEXEC = 0x8_0002;

/** SIOCSIFFLAGS, include/uapi/linux/sockios.h */
const SET_FLAGS = 0x8914;

/** IFF_UP | IFF_RUNNING, include/uapi/linux/if.h */
const UP = 0x41;

/** `struct ifreq`: a name of 16 bytes, then a union whose first two bytes are the flags */
const REQUEST_BYTES = 40;

/**
 * Brings `lo` up in the calling thread's network namespace; the kernel then gives it 127.0.0.1/8 and ::1.
 *
 * Equivalent to: `ip link set lo up`
 *
 * @throws {KernelError} `EPERM` without CAP_NET_ADMIN
 */
export function bringLoopbackUp(): void {
  const request = Buffer.alloc(REQUEST_BYTES);
  request.write("lo");
  request.writeUInt16LE(UP, 16);
  const socket = checked("open a socket", libc.socket(AF_INET, SOCK_DGRAM_CLOEXEC, 0));
  try {
    checked("bring lo up", libc.ioctl(socket, SET_FLAGS, request));
  } finally {
    libc.close(socket);
  }
}
