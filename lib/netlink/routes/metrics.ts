/**
 * Metrics of a route, hints for TCP.
 *
 * @module
 */
import { decode } from "../rtnetlink/attribute.ts";

/** One metric: `mtu 1400` */
export interface RouteMetric {
  readonly name: string;
  readonly value: number;
  /** True when the kernel must not adjust it, as path MTU discovery does */
  readonly isLocked: boolean;
}

/** RTAX_*, include/uapi/linux/rtnetlink.h: those that are plain numbers; others are times or words */
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
/** A hop limit that means the default */
const USUAL = 0xffff_ffff;

/**
 * Decodes RTA_METRICS, in the order of their numbers.
 *
 * Source: print_rta_metrics() of iproute2's ip/iproute.c
 *
 * @returns `null` when one is not a plain number
 */
export function metricsIn(attribute: Buffer): readonly RouteMetric[] | null {
  const values = decode(attribute);
  const lock = values.get(LOCK)?.readUInt32LE(0) ?? 0;
  const isLocked = (type: number) => (lock & (1 << type)) !== 0;
  // A locked metric is listed even without a value
  const types = new Set([...values.keys(), ...Object.keys(NAMES).map(Number).filter(isLocked)]);
  types.delete(LOCK);
  const metrics = [...types]
    .toSorted((one, other) => one - other)
    .flatMap((type) => {
      const [name = "", value = 0] = [NAMES[type], values.get(type)?.readUInt32LE(0)];
      return name === "hoplimit" && value === USUAL ? [] : [{ name, value, isLocked: isLocked(type) }];
    });
  return metrics.some(({ name }) => name === "") ? null : metrics;
}
