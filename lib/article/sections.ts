/**
 * The article's sections, with the recipes that follow them.
 *
 * @module
 */

/** The contents of a section */
interface Contents {
  /** The names of its recipes, in the order of what they show; each recipe also names its section */
  readonly recipes: readonly string[];
  /** The parts still missing; `null` for none */
  readonly later: string | null;
}

const IN_ORDER = [
  { title: "Network Configuration", recipes: [], later: null },
  { title: "Quick Guide to the Options", recipes: ["listen"], later: null },
  { title: "Configuring DNS", recipes: ["dns"], later: null },
  {
    title: "Communication between containers",
    recipes: ["forwarding", "iptables-off", "link-icc-false"],
    later: null,
  },
  { title: "Binding container ports to the host", recipes: ["publish-ports"], later: null },
  { title: "Customizing docker0", recipes: ["customise-docker0"], later: null },
  { title: "Building your own bridge", recipes: ["custom-bridge"], later: null },
  {
    title: "How Docker networks a container",
    recipes: ["how-docker-networks", "net-host", "net-container", "net-none-manual", "privileged"],
    later: null,
  },
  {
    title: "Tools and Examples",
    recipes: ["star"],
    later: "recipes that do what pipework does, and a whole playground of containers, come later",
  },
  {
    title: "Building a point-to-point connection",
    recipes: ["own-subnets", "point-to-point", "point-to-point-add", "point-to-point-host"],
    later: null,
  },
] as const satisfies readonly (Contents & { readonly title: string })[];

/** A section's title, as the article has it */
export type SectionTitle = (typeof IN_ORDER)[number]["title"];

/** A section of the article */
export interface Section extends Contents {
  readonly title: SectionTitle;
}

/** The sections in the article's order */
export const SECTIONS: readonly Section[] = IN_ORDER;

/** Sorts names of recipes into the article's order; those without a section come last, in their own order */
export function inArticleOrder(names: readonly string[]): readonly string[] {
  const placed = SECTIONS.flatMap(({ recipes }) => recipes);
  return [...placed.filter((name) => names.includes(name)), ...names.filter((name) => !placed.includes(name))];
}
