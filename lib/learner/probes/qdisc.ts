import { seeQdisc } from "../../resources/qdisc/qdisc.ts";
import type { Deed } from "../deed.ts";
import { findLink } from "../follow-link.ts";
import { found } from "../finding.ts";
import type { Question, Sight } from "../sight.ts";

/** Looks for the result of `tc qdisc add` or `tc qdisc del`: the kind of queueing discipline */
export async function qdiscSet(deed: Deed<"qdisc">, { look, networks, lives }: Sight): Promise<readonly Question[]> {
  const { way, link, parent, qdisc } = deed;
  const { life } = await lives.turn(way, link, { netns: null, newName: null });
  const told = (name: string, kind: string | null) =>
    kind === null ? `${name} has the default queueing discipline` : `${name} has the queueing discipline ${kind}`;
  return [
    async () => {
      const there = await findLink(life, networks);
      const { words } =
        there === null ? { words: null } : await seeQdisc(look, there.place.way, there.link.name, parent);
      // The kind follows the handle
      const kind = words === null ? null : (/^(?:\[\S+|\S+ \S+) (\S+)/.exec(words)?.[1] ?? null);
      const seen = there === null ? `${link} is missing` : told(there.link.name, kind);
      return found(
        { thing: `${life.thing}/qdisc ${parent}`, wanted: told(link, qdisc), seen, tells: qdisc !== null },
        there !== null && kind === qdisc,
      );
    },
  ];
}
