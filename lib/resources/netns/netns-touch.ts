import type { Touching } from "../resource.ts";

/** What a line does to an entry of `/var/run/netns`: all namespaces have the same, so it is in the host's own */
export interface NetnsTouch extends Touching {
  readonly kind: "netns";
  readonly effect: "makes" | "removes";
  readonly name: string;
}
