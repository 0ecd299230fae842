import { textIn } from "../../resources/network.ts";
import type { Deed } from "../deed.ts";
import type { Question, Sight } from "../sight.ts";

/** Looks for the result of `iptables -P`: a list with its line */
export async function printedIn(
  { way, list, line, about }: Deed<"printed">,
  { look, networks }: Sight,
): Promise<readonly Question[]> {
  const place = await networks.behind(way);
  return [
    async () => {
      const printed = (await textIn(look, place.way, list))?.split("\n") ?? [];
      const other = printed.find((one) => one.startsWith(about)) ?? null;
      const isSo = printed.includes(line);
      return {
        thing: `${list.join(" ")} ${about} ${place.key}`,
        wanted: `\`${list.join(" ")}\` prints ${line}`,
        seen: `it prints ${isSo ? line : (other ?? "no such line")}`,
        is: isSo ? "so" : other === null ? "missing" : "otherwise",
        tells: true,
      };
    },
  ];
}
