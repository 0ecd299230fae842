/** The two ways to answer a recipe's lines: by builtins, and by the real programs. */
import { SIZE } from "./size.ts";
import { allUsers, type User, users } from "./machine/users.ts";

/** A way, and the users that try it */
export interface Way {
  readonly name: string;
  readonly user: User;
  readonly environment: Readonly<Record<string, string>>;
}

/** Recipes that consist of `ip` and `brctl` */
const OF_IP_AND_BRCTL: ReadonlySet<string> = new Set([
  "custom-bridge",
  "customise-docker0",
  "net-none-manual",
  "point-to-point",
]);

const OURS: readonly Way[] = users.map((user) => ({ name: `as ${user.name}`, user, environment: {} }));

/** Ways for the user with the fewest rights: the programs don't depend on the user */
const REAL: readonly Way[] = allUsers.slice(-1).map((user) => ({
  name: `as ${user.name}, by the real ip and brctl`,
  user,
  environment: { WIREWORK_BUILTINS: "off" },
}));

/** Returns the ways to try a recipe; the real programs get only some, except with `--all` */
export function waysOf(recipe: string): readonly Way[] {
  return SIZE !== "quick" || OF_IP_AND_BRCTL.has(recipe) ? [...OURS, ...REAL] : OURS;
}
