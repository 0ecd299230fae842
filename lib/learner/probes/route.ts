import { familyOf } from "../../values/address/family.ts";
import { entriesIn } from "../../resources/entry.ts";
import { seeIn } from "../../resources/network.ts";
import type { Deed } from "../deed.ts";
import { findLink } from "../find-link.ts";
import type { Question, Sight } from "../sight.ts";

type RouteDeed = Deed<"route">;

/**
 * `ip route add`, `ip route del`.
 *
 * Equivalent to: `ip route show exact $destination`
 */
export async function routeSet(deed: RouteDeed, { look, networks, lives }: Sight): Promise<readonly Question[]> {
  const { polarity, way, to, destination, via, link } = deed;
  const place = await networks.behind(way);
  const turn = link === null ? null : await lives.turn(way, link, { netns: null, newName: null });
  return [
    async () => {
      const list = { of: "route", family: familyOf(to), to } as const;
      const seen = seeIn(look, place.way, (network) => entriesIn(network, list)) ?? [];
      const routes = seen.flatMap(({ words }) => (/ table /.test(words) ? [] : [words]));
      const there = turn === null ? null : await findLink(turn.life, networks);
      const pairs = [...pair("via", via), ...pair("dev", there?.link.name ?? link)];
      const isThere = routes.some((route) => pairs.every((words) => ` ${route} `.includes(` ${words} `)));
      const isSo = polarity === "there" ? isThere : routes.length === 0;
      return {
        thing: `route ${to} ${place.key}`,
        wanted: `the network of ${place.name} has ${polarity === "there" ? "the" : "no"} route ${[destination, ...pairs].join(" ")}`,
        seen: routes.length === 0 ? `it has no route ${destination}` : `it has the route ${routes.join(", and ")}`,
        is: isSo ? "so" : polarity === "there" && routes.length > 0 ? "otherwise" : "missing",
        tells: polarity === "there",
      };
    },
  ];
}

function pair(word: string, value: string | null): readonly string[] {
  return value === null ? [] : [word, value];
}
