import type { Deed } from "../deed.ts";
import type { Finding } from "../finding.ts";
import { findLink, type FoundLink } from "../find-link.ts";
import type { LinkTurn } from "../link-life.ts";
import type { Question, Sight } from "../sight.ts";

type AddressDeed = Deed<"address">;

/** `ip addr add`, `ip addr del` */
export async function addressSet(deed: AddressDeed, sight: Sight): Promise<readonly Question[]> {
  const turn = await sight.lives.turn(deed.way, deed.link, { netns: null, newName: null });
  return [async () => addressFinding(deed, turn, await findLink(turn.life, sight.networks))];
}

/** The kernel gives it to the loopback itself */
const ITS_OWN = "127.0.0.1/8";

function addressFinding({ polarity, address }: AddressDeed, turn: LinkTurn, there: FoundLink | null): Finding {
  const { life, after } = turn;
  const addresses = there?.link.addresses.filter((one) => one !== ITS_OWN) ?? [];
  const isThere = addresses.includes(address);
  const isSo = isThere === (polarity === "there");
  return {
    thing: `${life.thing}/address ${address}`,
    wanted: `${after.name} ${after.place.where} has ${polarity === "there" ? "" : "not "}${address}`,
    seen: there === null ? `there is no ${after.name} ${after.place.where}` : hasWords(there, addresses),
    is: isSo ? "so" : addresses.length > 0 ? "otherwise" : "missing",
    tells: polarity === "there",
  };
}

function hasWords({ place, link: { name } }: FoundLink, addresses: readonly string[]): string {
  return `${name} ${place.where} has ${addresses.length === 0 ? "no address" : addresses.join(" and ")}`;
}
