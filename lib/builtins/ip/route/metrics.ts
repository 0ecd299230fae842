import { decode } from "../../../netlink/rtnetlink/attribute.ts";
import { NotOurs } from "../words.ts";

/** One that a route says of its way, such as its MTU */
export interface Metric {
  readonly name: string;
  readonly value: number;
  readonly isLocked: boolean;
}

/** RTAX_*, include/uapi/linux/rtnetlink.h, those that are plain numbers; others are times, or words */
const NAMES: Readonly<Record<number, string>> = {
  2: "mtu",
  3: "window",
  6: "ssthresh",
  7: "cwnd",
  8: "advmss",
  9: "reordering",
  10: "hoplimit",
  11: "initcwnd",
  14: "initrwnd",
  15: "quickack",
  17: "fastopen_no_cookie",
};

const LOCK = 1;
const HOP_LIMIT = 10;
/** RTAX_MAX of iproute2 6.1 */
const LAST = 17;

/**
 * Reads RTA_METRICS, in the order of their numbers.
 * Source: print_rta_metrics() of iproute2's ip/iproute.c
 *
 * @throws {NotOurs} at one that is no plain number
 */
export function metricsIn(attribute: Buffer): Metric[] {
  const values = decode(attribute);
  const lock = values.get(LOCK)?.readUInt32LE(0) ?? 0;
  const metrics: Metric[] = [];
  for (let type = LOCK + 1; type <= LAST; type += 1) {
    const value = values.get(type)?.readUInt32LE(0);
    const isLocked = (lock & (1 << type)) !== 0;
    // -1 is the usual one
    if ((value === undefined && !isLocked) || (type === HOP_LIMIT && value === 0xffff_ffff)) continue;
    const name = NAMES[type];
    if (name === undefined) throw new NotOurs();
    metrics.push({ name, value: value ?? 0, isLocked });
  }
  return metrics;
}
