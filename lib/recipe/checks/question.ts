/**
 * The questions of checks as data, for code that runs them outside this program.
 *
 * @module
 */
import type { Line } from "../../shell/template/session-line.ts";
import type { Ipv4Cidr } from "../../values/address/ipv4-cidr.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import type { Port } from "../../values/port.ts";
import type { SocketName } from "../../values/name/socket-name.ts";
import type { Expected } from "./output-proof.ts";
import type { Place, Target } from "./place.ts";
import type { PublishedPort } from "./published-port.ts";
import type { ExpectedRule } from "./rule-order.ts";

/** Ten pings, counted by a line's output */
export interface CountQuestion {
  readonly kind: "counted" | "uncounted";
  readonly from: Place;
  readonly to: Target;
  readonly line: Line;
}

/** A way to prove a statement, by a method of `ChecksOf`, with its arguments */
export type Question =
  | { readonly kind: "ping"; readonly from: Place; readonly to: Target }
  | { readonly kind: "noPing"; readonly from: Place; readonly to: Target; readonly says: string }
  | {
      readonly kind: "tcp";
      readonly from: Place;
      readonly to: Place;
      readonly target: Target;
      readonly port: Port | PublishedPort;
    }
  | {
      readonly kind: "tcpSeenAs";
      readonly from: Place;
      readonly to: Place;
      readonly target: Target;
      readonly port: Port | PublishedPort;
      readonly peer: Ipv4;
    }
  | {
      readonly kind: "noTcp";
      readonly from: Place;
      readonly to: Place;
      readonly target: Target;
      readonly port: Port | PublishedPort;
      readonly says: string;
    }
  | {
      readonly kind: "udp";
      readonly from: Place;
      readonly to: Place;
      readonly target: Target;
      readonly port: Port | PublishedPort;
    }
  | CountQuestion
  | { readonly kind: "same"; readonly line: Line; readonly other: Line }
  | { readonly kind: "shows"; readonly line: Line; readonly expected: readonly Expected[] }
  | { readonly kind: "lists"; readonly line: Line; readonly expected: readonly Expected[] }
  | { readonly kind: "hides"; readonly line: Line; readonly expected: readonly Expected[] }
  | { readonly kind: "refuses"; readonly line: Line; readonly expected: readonly Expected[] }
  | { readonly kind: "showsHostOf"; readonly line: Line; readonly network: Ipv4Cidr }
  | { readonly kind: "showsChosenPorts"; readonly line: Line }
  | { readonly kind: "meets"; readonly line: Line; readonly chain: string; readonly expected: readonly ExpectedRule[] }
  | { readonly kind: "unix" | "noUnix"; readonly from: Place; readonly to: Place; readonly name: SocketName };
