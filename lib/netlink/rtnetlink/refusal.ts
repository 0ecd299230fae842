/**
 * The kernel's answer to a request: success, or an error number, sometimes with a message.
 *
 * @module
 */
import { nameOfErrno, strerror } from "../libc.ts";
import { decode, textOf } from "./attribute.ts";
import { FLAGS, type Reply, TYPES } from "./message.ts";

/** NLMSGERR_ATTR_MSG, include/uapi/linux/netlink.h */
const WORDS = 1;

/** `int error` */
const ERROR_BYTES = 4;
/** The header of the request, which an acknowledgement repeats */
const REQUEST_BYTES = 16;

/** Thrown when the kernel refused a request */
export class Refusal extends Error {
  /** The name of the error number, errno(3): `EEXIST`, `EPERM`… */
  readonly code: string;
  /** The kernel's own message, or `null`: `Device does not allow enslaving to a bridge` */
  readonly words: string | null;
  /** The line that `ip` prints: `RTNETLINK answers: File exists`, or `Error: ` and the kernel's message */
  readonly answer: string;

  constructor(errno: number, words: string | null) {
    const answer = words === null ? `RTNETLINK answers: ${strerror(errno)}` : `Error: ${words.replace(/\.?$/, ".")}`;
    super(answer);
    this.name = "Refusal";
    this.code = nameOfErrno(errno);
    this.words = words;
    this.answer = answer;
  }
}

/** Decodes an acknowledgement, NLMSG_ERROR, or the end of a list, NLMSG_DONE; `null` on success */
export function refusalIn({ type, flags, payload }: Reply): Refusal | null {
  const errno = -payload.readInt32LE(0);
  if (errno === 0) return null;
  if ((flags & FLAGS.extended) === 0) return new Refusal(errno, null);
  const words = decode(payload.subarray(ERROR_BYTES + repeatedBytes({ type, flags, payload }))).get(WORDS);
  return new Refusal(errno, words === undefined || words.byteLength <= 1 ? null : textOf(words));
}

/**
 * Returns how many bytes of the request an answer repeats: netlink_ack() and netlink_dump_done(),
 * net/netlink/af_netlink.c
 */
function repeatedBytes({ type, flags, payload }: Omit<Reply, "sequence">): number {
  if (type === TYPES.done) return 0;
  return (flags & FLAGS.capped) === 0 ? payload.readUInt32LE(ERROR_BYTES) : REQUEST_BYTES;
}
