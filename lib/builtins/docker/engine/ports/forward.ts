import type { Ipv4 } from "../../../../values/address/ipv4.ts";

/** What one socket of the userland proxy is for */
export interface Forward {
  readonly protocol: "tcp" | "udp";
  /** The host's address that it listens on */
  readonly address: Ipv4;
  /** Ports of the host, of which it takes the first that nobody has */
  readonly ports: readonly number[];
  readonly to: Destination;
}

/** A port of a container */
export interface Destination {
  readonly address: Ipv4;
  readonly port: number;
}

/** What the proxy says when it has all its sockets, in their order; or which one it can't get, and the error's name */
export type ProxyAnswer =
  | { readonly ok: true; readonly ports: readonly number[] }
  | { readonly ok: false; readonly failed: number; readonly code: string };
