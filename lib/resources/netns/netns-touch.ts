import type { Touching } from "../resource.ts";

/** A change of an entry of `/var/run/netns`: all network namespaces share that folder, so it is the host's own */
export interface NetnsTouch extends Touching {
  readonly kind: "netns";
  readonly effect: "makes" | "removes";
  readonly name: string;
}
