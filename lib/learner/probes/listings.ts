/**
 * Things that a program lists in a network: rules and chains of iptables, tables and chains of nft.
 *
 * @module
 */
import { textIn } from "../../resources/network.ts";
import type { Deed } from "../deed.ts";
import { type Finding, found } from "../finding.ts";
import type { Question, Sight } from "../sight.ts";

/** Looks for a named thing, such as the rule of `iptables -A`, or the chain of `nft delete chain` */
export function namedSet(deed: Deed<"named">, sight: Sight): Promise<readonly Question[]> {
  const told = (there: boolean) => `there is ${there ? "the" : "no"} ${deed.name}`;
  const isWanted = deed.polarity === "there";
  return askingIn(sight, deed, (text, list) => {
    const isThere = text !== null;
    return found({ thing: list, wanted: told(isWanted), seen: told(isThere), tells: isWanted }, isThere === isWanted);
  });
}

/** Looks for the result of `iptables -P`: a list with its line */
export function printedIn(deed: Deed<"printed">, sight: Sight): Promise<readonly Question[]> {
  const { list, line, about } = deed;
  return askingIn(sight, deed, (text, listed) => {
    const printed = text?.split("\n") ?? [];
    const other = printed.find((one) => one.startsWith(about)) ?? null;
    const isSo = printed.includes(line);
    return {
      thing: `${listed} ${about}`,
      wanted: `\`${list.join(" ")}\` prints ${line}`,
      seen: `it prints ${isSo ? line : (other ?? "no such line")}`,
      is: isSo ? "so" : other === null ? "missing" : "otherwise",
      tells: true,
    };
  });
}

/** Asks the program in its network, and compares what it prints, `null` where it fails; a list is named with its place */
async function askingIn(
  { look, networks }: Sight,
  { way, list }: Pick<Deed<"named" | "printed">, "way" | "list">,
  compare: (text: string | null, list: string) => Finding,
): Promise<readonly Question[]> {
  const place = await networks.behind(way);
  return [async () => compare(await textIn(look, place.way, list), `${list.join(" ")} ${place.key}`)];
}
