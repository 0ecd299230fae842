/**
 * Where a check's packets come from and go to.
 *
 * @module
 */
import { closeSync, openSync } from "node:fs";

import { Handle } from "../shell/handle.ts";
import { Named } from "../shell/named.ts";
import type { Performer } from "../shell/line.ts";
import { type Ipv4, parseIpv4, reasonAgainstIpv4 } from "../values/ipv4.ts";
import { addressOf, lookUp, pidOf } from "./containers.ts";

/** The Docker host itself, as a place of checks */
export const host = Symbol("host");

/** A container, by what Docker calls it, or the host */
export type Place = Handle | typeof host;

/** A network namespace that is held open */
export interface OpenNetwork extends Disposable {
  readonly fd: number;
}

/** Opens a place's network namespace: any program of the host can then be run in it, whatever the image has */
export async function openNetwork(performer: Performer, place: Place): Promise<OpenNetwork> {
  const process = place === host ? "thread-self" : await pidOf(performer, place.word());
  const fd = openSync(`/proc/${process}/ns/net`, "r");
  return { fd, [Symbol.dispose]: () => closeSync(fd) };
}

/** An address, a name that the asking container's `/etc/hosts` knows, or a container on Docker's bridge */
export type Target = string | Handle;

/** The address of a target, as seen from a place */
export async function targetAddress(performer: Performer, from: Place, target: Target): Promise<Ipv4> {
  if (typeof target !== "string") return addressOf(performer, target.word());
  if (reasonAgainstIpv4(target) === null) return parseIpv4(target);
  if (from === host) throw new TypeError(`Cannot look up "${target}" on the host: only containers know aliases`);
  return lookUp(performer, from.word(), target);
}

/** What people call a place */
export function nameOf(place: Place | Target): string {
  if (place === host) return "the host";
  if (place instanceof Named) return place.name;
  return typeof place === "string" ? place : place.word();
}
