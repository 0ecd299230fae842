import type { Touching } from "../resource.ts";

/** The effect of a line on the queueing discipline of a place */
export interface QdiscTouch extends Touching {
  readonly kind: "qdisc";
  readonly effect: "makes" | "changes" | "replaces" | "removes";
  readonly link: string;
  /** The place on the link, as qdiscPlace() gives it */
  readonly parent: string;
  /** The kind afterwards, as far as the line tells; `null` for the kernel's default */
  readonly qdisc: string | null;
}

/** TC_H_INGRESS, the place of arriving packets: include/uapi/linux/pkt_sched.h */
export const INGRESS = "ffff:fff1";

/** Names a place on a link as `tc` prints it: `root`, or the class `1:10` */
export function qdiscPlace(typed: string): string {
  const [major = "", minor = ""] = typed.toLowerCase().split(":");
  if (typed === "root" || !typed.includes(":")) return typed;
  return [major, minor].map((part) => part.replace(/^0+(?=.)/, "")).join(":");
}

/** The words of `tc qdisc` for a place */
export function placeWords(parent: string): readonly string[] {
  return parent === "root" || parent === "ingress" ? [parent] : ["parent", parent];
}
