/**
 * The table of undo plans, by kind of effect.
 *
 * @module
 */
import type { Effect, EffectKind, Some } from "../../programs/effect.ts";
import { planOfContainerName } from "./docker/renamed-container.ts";
import { planOfEndpoint } from "./docker/endpoint.ts";
import { planOfImages } from "./docker/image.ts";
import { planOfObject } from "./docker/object.ts";
import { planOfContainerLinks } from "./docker/removed.ts";
import { planOfContainers } from "./docker/container-state.ts";
import { planOfDanglingLinks } from "./files/dangling-links.ts";
import { planOfFolders } from "./files/folder.ts";
import { planOfMovedPath } from "./files/moved-path.ts";
import { planOfPaths } from "./files/path.ts";
import { planOfSettings } from "./files/setting.ts";
import { planOfSymbolicLink } from "./files/symbolic-link.ts";
import { NONE, OF_OTHER_FILES, type Plan, unknown } from "./inversion.ts";
import { planOfChain } from "./iptables/chain.ts";
import { planOfRule } from "./iptables/filter-rule.ts";
import { planOfModules } from "./module.ts";
import { planOfMount } from "./mount.ts";
import { planOfProgram } from "./program.ts";
import { planOfService } from "./service.ts";
import type { Typed } from "./typed.ts";

/** A planner for one kind of effect */
interface Planner<Kind extends EffectKind> {
  plan(effects: Some<Kind>, typed: Typed): Plan;
  /** The place of the change: the line's network, or the host; files of a container are neither */
  readonly about: "network" | "host";
}

const PLANNERS: { readonly [Kind in EffectKind]: Planner<Kind> } = {
  "symbolic link": { plan: one(planOfSymbolicLink), about: "host" },
  folder: { plan: planOfFolders, about: "host" },
  path: { plan: planOfPaths, about: "host" },
  "moved path": { plan: one(planOfMovedPath), about: "host" },
  "dangling links": { plan: one(planOfDanglingLinks), about: "host" },
  setting: { plan: planOfSettings, about: "network" },
  mount: { plan: one(planOfMount), about: "host" },
  module: { plan: planOfModules, about: "host" },
  service: { plan: one(planOfService), about: "host" },
  program: { plan: one(planOfProgram), about: "host" },
  "docker object": { plan: one(planOfObject), about: "host" },
  container: { plan: one(planOfContainers), about: "host" },
  "container link": { plan: one(planOfContainerLinks), about: "host" },
  "container name": { plan: one(planOfContainerName), about: "host" },
  endpoint: { plan: one(planOfEndpoint), about: "host" },
  image: { plan: planOfImages, about: "host" },
  rule: { plan: one(planOfRule), about: "network" },
  chain: { plan: one(planOfChain), about: "network" },
};

const SEVERAL = "it does several things: write a line for each";

/** Plans the undo of a line's effects */
export function planOfEffects(effects: readonly Effect[], typed: Typed): Plan {
  const [first, ...others] = effects;
  if (first === undefined) return NONE;
  if (others.some(({ kind }) => kind !== first.kind)) return unknown(SEVERAL);
  const { plan, about }: Planner<EffectKind> = PLANNERS[first.kind]; // the table has each under its own kind
  const made = plan([first, ...others], typed);
  if (made.kind === "undoable" && about === "host" && typed.files === "other") return OF_OTHER_FILES;
  return made;
}

/** Makes a planner for lines with one effect of the kind */
function one<Kind extends EffectKind>(plan: (effect: Effect<Kind>, typed: Typed) => Plan): Planner<Kind>["plan"] {
  return ([effect, ...others], typed) => (others.length === 0 ? plan(effect, typed) : unknown(SEVERAL));
}
