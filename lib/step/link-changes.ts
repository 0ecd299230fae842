/**
 * Compares interfaces and their addresses.
 *
 * @module
 */
import { portOptionOf } from "../resources/bridge-port-settings.ts";
import { type LinkSettings, SETTINGS, settingsOf } from "../resources/link-settings.ts";
import type { Change } from "./change.ts";
import { lastingAddresses, lastingFlags, lastingState, peerOf } from "./lasting.ts";
import type { AddressedLink, Network } from "./state.ts";

/** A network before and now; `null` where it does not exist yet, or any more */
export interface NetworkPair {
  readonly before: Network | null;
  readonly now: Network | null;
}

/** An interface and its network */
interface Placed {
  readonly where: string;
  readonly link: AddressedLink;
}

/** Lists changes of interfaces in these networks, moves between networks first */
export function linkChanges(pairs: readonly NetworkPair[]): readonly Change[] {
  const gone = pairs.flatMap(({ before, now }) => beyond(before, now));
  const added = pairs.flatMap(({ before, now }) => beyond(now, before));
  const moves = added.flatMap((to) => {
    const from = gone.find(({ link }) => hasMoved(link, to.link));
    return from === undefined ? [] : [{ from, to }];
  });
  const stayed = pairs.flatMap(({ before, now }) =>
    (now?.links ?? []).flatMap((link) => {
      const was = before?.links.find((other) => isSame(other, link));
      return was === undefined ? [] : settingChanges(was, withMacOf(was, link, [before, now]), now?.label ?? "");
    }),
  );
  const alive = new Set(pairs.flatMap(({ now }) => (now === null ? [] : [now.label])));
  return [
    ...moves.flatMap(moveChanges),
    // An interface that ended with its network is not listed
    ...gone
      .filter((one) => alive.has(one.where) && !moves.some(({ from }) => from === one))
      .flatMap(({ link, where }) => allOf(link, where, "-")),
    ...added.filter((one) => !moves.some(({ to }) => to === one)).flatMap(({ link, where }) => allOf(link, where, "+")),
    ...stayed,
  ];
}

/**
 * Ignores the address that the kernel gives a bridge without one of its own, a port's: the line did not cause
 * it
 */
function withMacOf(was: AddressedLink, link: AddressedLink, networks: readonly (Network | null)[]): AddressedLink {
  const isBridge = networks.some((network) => network?.links.some(({ state }) => state.master === link.name));
  return isBridge ? { ...link, state: { ...link.state, address: was.state.address } } : link;
}

/** Lists the interfaces that only one of two networks has */
function beyond(network: Network | null, other: Network | null): readonly Placed[] {
  if (network === null) return [];
  return network.links
    .filter((link) => !(other?.links ?? []).some((known) => isSame(known, link)))
    .map((link) => ({ where: network.label, link }));
}

function isSame(one: AddressedLink, other: AddressedLink): boolean {
  return one.index === other.index && (one.state.address === other.state.address || one.name === other.name);
}

/** Compares MAC addresses of interfaces that have one, unlike loopback */
function hasMoved(from: AddressedLink, to: AddressedLink): boolean {
  return from.state.address === to.state.address && /[1-9a-f]/.test(from.state.address);
}

function moveChanges({ from, to }: { readonly from: Placed; readonly to: Placed }): readonly Change[] {
  return [
    { sign: "~", where: null, text: `${from.link.name} went from [${from.where}] to [${to.where}]` },
    ...settingChanges(from.link, to.link, to.where),
  ];
}

/** Describes an interface with its addresses, except loopback's */
function allOf(link: AddressedLink, where: string, sign: "+" | "-"): readonly Change[] {
  const addresses = link.flags.includes("LOOPBACK") ? [] : lastingAddresses(link);
  return [
    { sign, where, text: linkText(link) },
    ...addresses.map((text) => ({ sign, where, text: `${text} dev ${link.name}` })),
  ];
}

/** Formats an interface like `ip link`, without fields of no interest */
function linkText(link: AddressedLink): string {
  const [{ name, state }, peer] = [link, peerOf(link)];
  const end = peer === null ? "" : `@${peer.name ?? `if${peer.index}`}`;
  const bound = state.master === "" ? "" : ` master ${state.master}`;
  return `${name}${end}: <${lastingFlags(link).join(",")}> mtu ${state.mtu}${bound} state ${lastingState(link)}`;
}

function settingChanges(was: AddressedLink, link: AddressedLink, where: string): readonly Change[] {
  const [had, has] = [settingsOf(was), settingsOf(link)];
  const settings = [
    ...changed("name", was.name, link.name),
    ...changed("master", was.state.master, link.state.master),
    ...flagChanges(lastingFlags(was), lastingFlags(link)),
    ...changed("state", lastingState(was), lastingState(link)),
    ...OTHER_SETTINGS.flatMap((setting) => settingChange(setting, had, has)),
  ];
  const told: readonly Change[] =
    settings.length === 0 ? [] : [{ sign: "~", where, text: `${was.name}: ${settings.join(", ")}` }];
  const [before, now] = [lastingAddresses(was), lastingAddresses(link)];
  const gone = before.filter((address) => !now.includes(address));
  const added = now.filter((address) => !before.includes(address));
  return [
    ...told,
    ...gone.map((text): Change => ({ sign: "-", where, text: `${text} dev ${link.name}` })),
    ...added.map((text): Change => ({ sign: "+", where, text: `${text} dev ${link.name}` })),
  ];
}

/** Settings that neither a flag nor the state shows; the kernel itself passes a port from one state to the next */
const OTHER_SETTINGS = SETTINGS.filter(
  (setting) => !/^(?:master|state|arp|multicast|allmulticast|promisc|dynamic|port\.state)$/.test(setting),
);

/** A setting that only one of the two has comes and goes with its bridge */
function settingChange(setting: string, was: LinkSettings, is: LinkSettings): readonly string[] {
  const [before, now] = [was[setting], is[setting]];
  return before === undefined || now === undefined ? [] : changed(portOptionOf(setting) ?? setting, before, now);
}

function changed(what: string, was: string, is: string): readonly string[] {
  return was === is ? [] : [`${what} ${was || "none"} -> ${is || "none"}`];
}

/** Formats changed flags: `+UP +LOWER_UP -NO-CARRIER` */
function flagChanges(was: readonly string[], are: readonly string[]): readonly string[] {
  const signed = [
    ...are.filter((flag) => !was.includes(flag)).map((flag) => `+${flag}`),
    ...was.filter((flag) => !are.includes(flag)).map((flag) => `-${flag}`),
  ];
  return signed.length === 0 ? [] : [signed.join(" ")];
}
