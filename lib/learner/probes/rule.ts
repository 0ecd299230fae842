import { textIn } from "../../resources/network.ts";
import type { Deed } from "../deed.ts";
import { found } from "../finding.ts";
import type { Question, Sight } from "../sight.ts";

/**
 * Looks for the result of `iptables -A`, `-I` or `-D`.
 *
 * Equivalent to: `iptables -C $rule`
 */
export async function ruleSet(
  { polarity, way, check, rule }: Deed<"rule">,
  { look, networks }: Sight,
): Promise<readonly Question[]> {
  const place = await networks.behind(way);
  return [
    async () => {
      const isThere = (await textIn(look, place.way, check)) !== null;
      const told = (there: boolean) => `there is ${there ? "the" : "no"} rule ${rule}`;
      const said = { thing: `rule ${check.join(" ")} ${place.key}`, wanted: told(polarity === "there") };
      return found({ ...said, seen: told(isThere), tells: polarity === "there" }, isThere === (polarity === "there"));
    },
  ];
}
