/**
 * The functions and types that recipes are written with.
 *
 * @module
 */
export {
  bridgePorts,
  cidr,
  containerName,
  hostname,
  ifName,
  image,
  interfaceCidr,
  ipv4,
  mtu,
  type Option,
  type OptionSettings,
  port,
  socketName,
} from "./recipe/options/option.ts";
export { isApartFromOutside, isLeftIn } from "./recipe/options/address-rule.ts";
export { assignedName } from "./recipe/assigned-name.ts";
export { addressBeside, gatewayOn } from "./recipe/options/live-option.ts";
export { isAddressOn, isApartFrom, isBeside, isLeftOn, isNewOn } from "./recipe/options/live-address-rule.ts";
export { isBridge, isFree, type LiveRule } from "./recipe/options/live-rule.ts";
export { isNoLocalName } from "./recipe/options/name-rule.ts";
export { isAtLeast, isNotEphemeral } from "./recipe/options/number-rule.ts";
export { nameServerOutside, outsideNetwork, type OutsideNetwork } from "./recipe/checks/outside.ts";
export { type NamedNetwork, networkNamed } from "./recipe/named-network.ts";
export { host, type Place } from "./recipe/checks/place.ts";
export { published, type PublishedPort } from "./recipe/checks/published-port.ts";
export { type Permissions, Recipe, recipe, type RecipeDefinition, type Tools } from "./recipe/recipe.ts";
export type { RecipeShell } from "./recipe/terminal/recipe-shell.ts";
export {
  apart,
  different,
  gatewayInside,
  isBetween,
  isNot,
  isPlainIn,
  isRange,
  roomFor,
  roomForEach,
  type Rule,
} from "./recipe/options/option-rule.ts";
export { address, containerId, hostPort, interfaceName, networkNamespace, pid } from "./recipe/value-samples.ts";
export type { Terminal } from "./recipe/terminal/terminal.ts";
export { addressOf, prefixOf } from "./values/address/cidr.ts";
export { hostAt, hostBeside } from "./values/address/subnet-hosts.ts";
export { contains, networkOf } from "./values/address/subnet.ts";
