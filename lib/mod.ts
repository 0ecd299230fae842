/**
 * What recipes are written with.
 *
 * @module
 */
export {
  cidr,
  containerName,
  ifName,
  image,
  interfaceCidr,
  ipv4,
  type Option,
  type OptionSettings,
  port,
} from "./recipe/option.ts";
export { addressBeside, gatewayOn } from "./recipe/live-option.ts";
export { isBeside, isBridge, isFree, type LiveRule } from "./recipe/live-rule.ts";
export { host, type Place } from "./recipe/place.ts";
export { type Permissions, Recipe, recipe, type RecipeDefinition, type Tools } from "./recipe/recipe.ts";
export type { RecipeShell } from "./recipe/recipe-shell.ts";
export { different, gatewayInside, isNot, isPlainIn, roomFor, type Rule } from "./recipe/rule.ts";
export { containerId, interfaceName, pid } from "./recipe/samples.ts";
export type { Terminal } from "./recipe/terminal.ts";
export { addressOf, prefixOf } from "./values/cidr.ts";
export { hostAt } from "./values/subnet-hosts.ts";
export { contains, networkOf } from "./values/subnet.ts";
