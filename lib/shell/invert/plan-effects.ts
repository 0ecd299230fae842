/**
 * The undo of each kind of effect: one table.
 *
 * @module
 */
import type { Effect, EffectKind, Some } from "../../programs/effect.ts";
import { planOfContainerName } from "./docker/container-name.ts";
import { planOfEndpoint } from "./docker/endpoint.ts";
import { planOfImages } from "./docker/image.ts";
import { planOfObject } from "./docker/object.ts";
import { planOfContainerLinks } from "./docker/removed.ts";
import { planOfContainers } from "./docker/state.ts";
import { planOfDanglingLinks } from "./files/dangling-links.ts";
import { planOfFolders } from "./files/folder.ts";
import { planOfMovedPath } from "./files/moved-path.ts";
import { planOfPaths } from "./files/path.ts";
import { planOfSettings } from "./files/setting.ts";
import { planOfSymbolicLink } from "./files/symbolic-link.ts";
import { NONE, OF_OTHER_FILES, type Plan, unknown } from "./inversion.ts";
import { planOfChain } from "./iptables/chain.ts";
import { planOfRule } from "./iptables/rule.ts";
import { planOfModules } from "./module.ts";
import { planOfMount } from "./mount.ts";
import { planOfProgram } from "./program.ts";
import { planOfService } from "./service.ts";
import type { Typed } from "./typed.ts";

/** The planner of a kind */
interface Planner<Kind extends EffectKind> {
  plan(effects: Some<Kind>, typed: Typed): Plan;
  /** The place that it changes: the network that a line runs in, or the host, which a container's files are not */
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
  const { plan, about }: Planner<EffectKind> = PLANNERS[first.kind]; // which has each under its own kind
  const made = plan([first, ...others], typed);
  if (made.kind === "undoable" && about === "host" && typed.files === "other") return OF_OTHER_FILES;
  return made;
}

/** Makes a planner of lines that have one such effect */
function one<Kind extends EffectKind>(plan: (effect: Effect<Kind>, typed: Typed) => Plan): Planner<Kind>["plan"] {
  return ([effect, ...others], typed) => (others.length === 0 ? plan(effect, typed) : unknown(SEVERAL));
}
