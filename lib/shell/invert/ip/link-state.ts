/**
 * A link as it is at a moment.
 *
 * @module
 */
import type { LinkIdentity, Network } from "../identity.ts";
import { LISTINGS } from "../listings.ts";
import type { Look } from "../look.ts";
import { inodeOfNetwork, networkBehind, textIn } from "../network.ts";
import { settingsOf, type ShownLink } from "./link-settings.ts";

/** A link, without what leads through it */
export interface ShownState {
  readonly identity: LinkIdentity;
  /** `veth`, `bridge`; empty for a device */
  readonly type: string;
  readonly settings: Readonly<Record<string, string>>;
  /** In the words of `ip addr add` */
  readonly addresses: readonly string[];
}

/** A link, and all of it that goes when it is moved or set down */
export interface LinkState extends ShownState {
  /** Family, and words of `ip route add` without the device; none of those that the kernel adds itself */
  readonly routes: readonly string[];
}

/** The link of that name in a network; `null` when there is none */
export async function seeLink(look: Look, enter: readonly string[], name: string): Promise<LinkState | null> {
  const shown = await showLink(look, enter, name);
  if (shown === null) return null;
  // The kernel keeps none of a link that is down: fib_sync_down_dev(), net/ipv4/fib_semantics.c, and rt6_disable_ip(), net/ipv6/route.c
  const routes = shown.settings["state"] === "up" ? await routesThrough(look, enter, name) : [];
  return { ...shown, routes };
}

/** The same, where nobody asks for routes */
export async function showLink(look: Look, enter: readonly string[], name: string): Promise<ShownState | null> {
  const network = await networkBehind(look, enter);
  if (network === null) return null;
  const printed = await textIn(look, enter, ["ip", "-details", "-json", "address", "show", "dev", name]);
  const link = printed === null ? undefined : parseLinks(printed)[0];
  if (printed === null || link === undefined) return null;
  return {
    identity: identityOf(network, link),
    type: link.linkinfo?.info_kind ?? "",
    settings: settingsOf(link),
    addresses: LISTINGS.address(printed),
  };
}

/** Of a bridge that has lost its last port: nobody can give it to a link */
const NO_ADDRESS = "00:00:00:00:00:00";

/** Whether a link is the one that was seen before: its number stays in a network, its hardware address goes along with it */
export function isSameLink(one: LinkIdentity, other: LinkIdentity): boolean {
  return one.index === other.index || (one.mac !== null && one.mac === other.mac);
}

/** What tells a link from all others: the network, the name, its number there and its hardware address */
export function identityOf(network: Network, { ifname, ifindex, address }: ShownLink): LinkIdentity {
  return { network, name: ifname, index: ifindex, mac: address === NO_ADDRESS ? null : (address ?? null) };
}

/** The links that `ip -json` has printed */
export function parseLinks(printed: string): readonly ShownLink[] {
  return (JSON.parse(printed) as readonly Partial<ShownLink>[]).filter(
    (link): link is ShownLink => link.ifname !== undefined, // what it leaves out is an empty object
  );
}

/** Routes of both families; what the kernel adds to an address comes back along with it */
async function routesThrough(look: Look, enter: readonly string[], name: string): Promise<readonly string[]> {
  const families = await Promise.all(
    ["-4", "-6"].map(async (family) => {
      const argv = ["ip", family, "-oneline", "route", "show", "table", "all", "dev", name] as const;
      const lines = LISTINGS.route((await textIn(look, enter, argv)) ?? "");
      return lines.map((line) => `${family} ${line}`);
    }),
  );
  return families.flat().filter((line) => !/ proto (?:kernel|ra)(?: |$)/.test(line));
}

/** Where a link is moved to by `netns NAME`, or `netns PID`: `ip` looks for the name first */
export async function networkNamed(look: Look, word: string): Promise<readonly string[]> {
  const isEntry = look.inode(`/var/run/netns/${word}`) !== null;
  const enter = isEntry ? ["ip", "netns", "exec", word] : ["nsenter", `--net=/proc/${word}/ns/net`];
  const [there, here] = await Promise.all([inodeOfNetwork(look, enter), inodeOfNetwork(look, [])]);
  return there !== null && there === here ? [] : enter;
}
