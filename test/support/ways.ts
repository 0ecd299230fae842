/**
 * The two ways in which a recipe's lines are answered: by our own programs, and by the real ones.
 */
import { SIZE } from "./size.ts";
import { allUsers, type User, users } from "./machine/users.ts";

/** Who answers, and as whom it is tried */
export interface Way {
  readonly name: string;
  readonly user: User;
  readonly environment: Readonly<Record<string, string>>;
}

/** Those whose lines are `ip` and `brctl` from beginning to end */
const OF_IP_AND_BRCTL: ReadonlySet<string> = new Set([
  "custom-bridge",
  "customise-docker0",
  "net-none-manual",
  "point-to-point",
]);

const OURS: readonly Way[] = users.map((user) => ({ name: `as ${user.name}`, user, environment: {} }));

/** By the user who can do least: who asks is no matter of the programs' */
const REAL: readonly Way[] = allUsers.slice(-1).map((user) => ({
  name: `as ${user.name}, by the real ip and brctl`,
  user,
  environment: { WIREWORK_BUILTINS: "off" },
}));

/** The ways in which a recipe is tried; by the real programs only some are, unless all is */
export function waysOf(recipe: string): readonly Way[] {
  return SIZE !== "quick" || OF_IP_AND_BRCTL.has(recipe) ? [...OURS, ...REAL] : OURS;
}
