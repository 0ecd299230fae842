/**
 * What the kernel answers to a request: done, or an error number, with words of its own where it has some.
 *
 * @module
 */
import { nameOfErrno, strerror } from "../libc.ts";
import { decode, textOf } from "./attribute.ts";
import { FLAGS, type Reply } from "./message.ts";

/** NLMSGERR_ATTR_MSG, include/uapi/linux/netlink.h */
const WORDS = 1;

/** `int error`, and the header of the request that it is about */
const CAPPED_BYTES = 20;

/** Why the kernel refused a request */
export class Refusal extends Error {
  /** The name of the error number, errno(3): `EEXIST`, `EPERM`… */
  readonly code: string;
  /** The kernel's own words, or `null` where it has none: `Device does not allow enslaving to a bridge` */
  readonly words: string | null;
  /** As `ip` prints it, a line: `RTNETLINK answers: File exists`, or `Error: ` and the kernel's own words */
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

/** Reads an acknowledgement, NLMSG_ERROR; `null` when all was done */
export function refusalIn({ flags, payload }: Reply): Refusal | null {
  const errno = -payload.readInt32LE(0);
  if (errno === 0) return null;
  if ((flags & FLAGS.extended) === 0) return new Refusal(errno, null);
  const repeated = (flags & FLAGS.capped) === 0 ? payload.readUInt32LE(4) - 16 : 0;
  const words = decode(payload.subarray(CAPPED_BYTES + repeated)).get(WORDS);
  return new Refusal(errno, words === undefined || words.byteLength <= 1 ? null : textOf(words));
}
