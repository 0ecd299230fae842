import { textIn } from "../../resources/network.ts";
import type { Deed } from "../deed.ts";
import { found } from "../finding.ts";
import type { Question, Sight } from "../sight.ts";

/** Looks for the result of `nft add table` or `nft delete chain`: something with that name */
export async function namedSet(
  { polarity, way, list, name }: Deed<"named">,
  { look, networks }: Sight,
): Promise<readonly Question[]> {
  const place = await networks.behind(way);
  return [
    async () => {
      const isThere = (await textIn(look, place.way, list)) !== null;
      const told = (there: boolean) => `there is ${there ? "the" : "no"} ${name}`;
      const said = { thing: `${list.join(" ")} ${place.key}`, wanted: told(polarity === "there") };
      return found({ ...said, seen: told(isThere), tells: polarity === "there" }, isThere === (polarity === "there"));
    },
  ];
}
