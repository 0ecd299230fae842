import type { Ipv4 } from "../../../../values/address/ipv4.ts";

/** The task of one socket of the userland proxy */
export interface Forward {
  readonly protocol: "tcp" | "udp";
  /** The address of the host that it listens on */
  readonly address: Ipv4;
  /** Candidate ports of the host; it takes the first free one */
  readonly ports: readonly number[];
  readonly to: Destination;
}

/** A port of a container */
export interface Destination {
  readonly address: Ipv4;
  readonly port: number;
}

/** The proxy's report: its ports in order, or the index of a socket that it can't open, and the error's name */
export type ProxyAnswer =
  | { readonly ok: true; readonly ports: readonly number[] }
  | { readonly ok: false; readonly failed: number; readonly code: string };
