/**
 * Looks for interfaces that are made, moved, renamed, set up, put on a bridge, or deleted.
 *
 * @module
 */
import { portOptionOf } from "../../resources/bridge-port-settings.ts";
import { settingShown, settingsOf } from "../../resources/link-settings.ts";
import { allLinks, otherEnd } from "../cables.ts";
import type { Deed } from "../deed.ts";
import { type Finding, found } from "../finding.ts";
import { findLink, type FoundLink } from "../follow-link.ts";
import type { LinkLife, LinkTurn } from "../link-life.ts";
import type { Networks } from "../host-networks.ts";
import type { Question, Sight } from "../sight.ts";

/** Looks for the result of `ip link add` or `brctl addbr` */
export async function linkMade(deed: Deed<"link made">, sight: Sight): Promise<readonly Question[]> {
  const life = await sight.lives.make(deed);
  return [() => madeFinding(life, sight.networks)];
}

async function madeFinding(life: LinkLife, networks: Networks): Promise<Finding> {
  const { thing, name, type } = life;
  const peer = life.peer();
  const there = await findLink(life, networks);
  if (peer === null) {
    const wanted = `the ${type} ${name} exists`;
    const seen = there === null ? `the ${type} ${name} is missing` : wanted;
    return found({ thing, wanted, seen, tells: true }, there !== null);
  }
  const wanted = `${name} and ${peer.name} are the two ends of a cable`;
  if (there?.isWhole === true) return { thing, wanted, seen: wanted, is: "so", tells: true };
  const other = await findLink(peer, networks);
  const seen =
    there !== null
      ? await endOf(there, networks)
      : other !== null
        ? `${name} is missing`
        : `neither ${name} nor ${peer.name} exists${await otherCable(networks)}`;
  return { thing, wanted, seen, is: there === null ? "missing" : "otherwise", tells: true };
}

/** Finds a cable under other names, in case they were mistyped; names that begin with `veth` are Docker's */
async function otherCable(networks: Networks): Promise<string> {
  const all = await allLinks(networks);
  for (const standing of all) {
    const names = [standing.link.name, otherEnd(standing, all)?.link.name ?? "veth"];
    if (!names.some((name) => name.startsWith("veth")))
      return `, but a cable with the ends ${names.toSorted().join(" and ")} does`;
  }
  return "";
}

async function endOf(standing: FoundLink, networks: Networks): Promise<string> {
  const end = otherEnd(standing, await allLinks(networks));
  const { name } = standing.link;
  return end === null ? `the other end of ${name} is missing` : `the other end of ${name} is ${end.link.name}`;
}

/** Looks for the result of `ip link set` or `brctl addif` */
export async function linkSet(deed: Deed<"link set">, sight: Sight): Promise<readonly Question[]> {
  const turn = await sight.lives.turn(deed.way, deed.name, deed);
  const about = (ask: (there: FoundLink | null) => Finding) => async () =>
    ask(await findLink(turn.life, sight.networks));
  const { netns, newName, settings } = deed;
  return [
    ...(netns === null ? [] : [about((there) => movedFinding(turn, there))]),
    ...(newName === null ? [] : [about((there) => renamedFinding(turn, there))]),
    ...Object.entries(settings).map(([setting, value]) =>
      about((there) => (FINDINGS[setting] ?? settingFinding)(turn, { setting, value }, there)),
    ),
  ];
}

function movedFinding(turn: LinkTurn, there: FoundLink | null): Finding {
  const { life, before, after } = turn;
  const isThere = there !== null && hasCome(turn, there);
  const isElsewhere = there !== null && !life.stations.some(({ place }) => place.key === there.place.key);
  return {
    thing: `${life.thing}/place`,
    wanted: `${before.name} is ${after.place.where}`,
    seen: there === null ? nowhere(turn) : `${there.link.name} is ${there.place.where}`,
    is: isThere ? "so" : isElsewhere ? "otherwise" : "missing",
    tells: true,
  };
}

function renamedFinding(turn: LinkTurn, there: FoundLink | null): Finding {
  const { life, before, after } = turn;
  const isSo = there !== null && there.link.name !== before.name && hasCome(turn, there);
  const seen = there === null ? nowhere(turn) : `it is called ${there.link.name} ${there.place.where}`;
  const wanted = `${before.name} ${before.place.where} is called ${after.name}`;
  return found({ thing: `${life.thing}/name`, wanted, seen, tells: true }, isSo);
}

/** A setting of a link, as a line has it */
interface Setting {
  readonly setting: string;
  readonly value: string;
}

/** Settings with findings in words of their own */
const FINDINGS: Readonly<Record<string, typeof settingFinding>> = { state: stateFinding, master: masterFinding };

function stateFinding(turn: LinkTurn, { value }: Setting, there: FoundLink | null): Finding {
  const { life, after } = turn;
  const is = there?.link.state.state ?? null;
  const seen = there === null ? nowhere(turn) : `${there.link.name} ${there.place.where} is ${is}`;
  const wanted = `${after.name} ${after.place.where} is ${value}`;
  return found({ thing: `${life.thing}/state`, wanted, seen, tells: true }, is === value);
}

function masterFinding(turn: LinkTurn, { value }: Setting, there: FoundLink | null): Finding {
  const { life, after } = turn;
  const is = there?.link.state.master ?? "";
  const told = (bridge: string) => (bridge === "" ? "on no bridge" : `on the bridge ${bridge}`);
  return {
    thing: `${life.thing}/master`,
    wanted: `${after.name} is ${told(value)}`,
    seen: there === null ? nowhere(turn) : `${there.link.name} is ${told(is)}`,
    is: there !== null && is === value ? "so" : is === "" ? "missing" : "otherwise",
    tells: true,
  };
}

function settingFinding(turn: LinkTurn, { setting, value }: Setting, there: FoundLink | null): Finding {
  const { life, after } = turn;
  const option = portOptionOf(setting);
  const told = (name: string, is: string) =>
    `${option === null ? name : `the port ${name}`} has ${option ?? setting} ${is === "" ? "empty" : is}`;
  const is = there === null ? null : (settingsOf(there.link)[setting] ?? null);
  const none = option === null ? `has no ${setting}` : "is not a port of a bridge";
  const seen = there === null ? nowhere(turn) : is === null ? `${there.link.name} ${none}` : told(there.link.name, is);
  return found(
    { thing: `${life.thing}/${setting}`, wanted: told(after.name, value), seen, tells: true },
    is === settingShown(setting, value),
  );
}

/** Reports whether an interface is where the line was to bring it, or at one of its later stations */
function hasCome({ life: { stations }, after }: LinkTurn, { place, link }: FoundLink): boolean {
  const at = stations.findLastIndex((station) => station.place.key === place.key && station.name === link.name);
  return at >= stations.indexOf(after) && at >= 0;
}

function nowhere({ before: { name, place } }: LinkTurn): string {
  return `${name} is missing ${place.where}`;
}

/** Looks for the result of `ip link del` or `brctl delbr` */
export async function linkDeleted({ way, name }: Deed<"link deleted">, sight: Sight): Promise<readonly Question[]> {
  const life = await sight.lives.end(way, name);
  return [
    async () => {
      const there = await findLink(life, sight.networks);
      const wanted = `${name} is gone`;
      const seen = there === null ? wanted : `${name} is still there`;
      return found({ thing: life.thing, wanted, seen, tells: life.type === null }, there === null);
    },
  ];
}
