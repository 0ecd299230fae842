/**
 * The places that a check's packets are sent from and to.
 *
 * @module
 */
import { closeSync, existsSync, openSync } from "node:fs";

import { entryFile } from "../../netlink/netns/netns-folder.ts";
import { Handle } from "../../shell/template/handle.ts";
import { Named } from "../../shell/template/named.ts";
import type { Performer } from "../../shell/template/session-line.ts";
import { type Ipv4, parseIpv4, reasonAgainstIpv4 } from "../../values/address/ipv4.ts";
import type { Pid } from "../../values/pid.ts";
import { addressOf, addressSeenBy, pidOf } from "../containers.ts";
import { lookUp } from "./look-up.ts";
import { NamedNetwork } from "../named-network.ts";

/**
 * The Docker host itself, as a place for checks.
 *
 * @example
 * ```ts
 * import { containerId, host, recipe } from "wirework";
 *
 * export default recipe({
 *   summary: "The host reaches a container",
 *   options: {},
 *   permissions: { run: ["docker", "ping"] },
 *   async run({ $, check }) {
 *     const one = await $.as("one", containerId("4c01db0b339c"))`sudo docker run -d base sleep 600`;
 *     await check(4, "the host reaches it").ping(host, one);
 *   },
 * });
 * ```
 */
export const host: unique symbol = Symbol("host");

/**
 * A container, by Docker's name or id, the host, or a named network, such as the one outside.
 *
 * @example
 * ```ts
 * import { host, type Place } from "wirework";
 * import { expect } from "bun:test";
 *
 * const places: readonly Place[] = [host];
 * expect(places).toContain(host);
 * ```
 */
export type Place = Handle | typeof host;

/** A network namespace that is held open */
export interface OpenNetwork extends Disposable {
  readonly fd: number;
}

/** Opens a place's network namespace: the host's programs can run in it, whatever the image contains */
export async function openNetwork(performer: Performer, place: Place): Promise<OpenNetwork> {
  if (place === host) return networkOf("thread-self");
  if (place instanceof NamedNetwork) return entryOf(place);
  return await whileItRuns(performer, place, networkOf);
}

function networkOf(process: Pid | "thread-self"): OpenNetwork {
  return openFile(`/proc/${process}/ns/net`);
}

/**
 * Opens a named network.
 *
 * @throws {Error} when it does not exist
 */
function entryOf({ name }: NamedNetwork): OpenNetwork {
  const path = entryFile(name);
  if (!existsSync(path)) throw new Error(`Cannot open the network ${name}: ${path} does not exist`);
  return openFile(path);
}

function openFile(path: string): OpenNetwork {
  const fd = openSync(path, "r");
  return { fd, [Symbol.dispose]: () => closeSync(fd) };
}

/**
 * Acts on a container's first process, and requires that it is still the same process afterwards: an ended
 * container's id may be used again.
 *
 * @throws {Error} when the container was stopped or restarted meanwhile
 */
async function whileItRuns<T>(performer: Performer, container: Handle, act: (pid: Pid) => T): Promise<T> {
  const pid = await pidOf(performer, container.word());
  const done = act(pid);
  const again = await pidOf(performer, container.word());
  if (again === pid) return done;
  throw new Error(`Cannot enter ${nameOf(container)}: it was restarted meanwhile, its process ${pid} is now ${again}`);
}

/**
 * An address, a name in the sending container's `/etc/hosts`, a container on Docker's bridge, or a named
 * network
 */
export type Target = string | Handle;

/** Returns the address of a target, as seen from a place */
export async function targetAddress(performer: Performer, from: Place, target: Target): Promise<Ipv4> {
  if (target instanceof NamedNetwork) return target.address;
  const isContainer = from !== host && !(from instanceof NamedNetwork);
  if (typeof target !== "string")
    return isContainer ? addressSeenBy(performer, target.word(), from.word()) : addressOf(performer, target.word());
  if (reasonAgainstIpv4(target) === null) return parseIpv4(target);
  if (!isContainer) throw new TypeError(`Cannot look up "${target}" ${whereIs(from)}: only containers know aliases`);
  return await whileItRuns(performer, from, (pid) => lookUp(pid, nameOf(from), target));
}

function whereIs(place: typeof host | NamedNetwork): string {
  return place === host ? "on the host" : place.name;
}

/** Returns a place's name for people */
export function nameOf(place: Place | Target): string {
  if (place === host) return "the host";
  if (place instanceof Named) return place.name;
  return typeof place === "string" ? place : place.word();
}
