/**
 * Rules about names that containers are looked up by.
 *
 * @module
 */
import { LOCAL_NAMES } from "../../builtins/docker/hosts-file.ts";
import type { Rule } from "./option-rule.ts";

/**
 * Requires a name that is not in every container's /etc/hosts, in upper or lower case.
 *
 * @example
 * ```ts
 * import { isNoLocalName } from "wirework";
 * import { expect } from "bun:test";
 *
 * const reason = isNoLocalName("alias")({ alias: "localhost" });
 * expect(reason).toContain('"localhost"');
 * ```
 */
export function isNoLocalName<Name extends string>(name: Name): Rule<Readonly<Record<Name, string>>> {
  return (values) =>
    LOCAL_NAMES.includes(values[name].toLowerCase())
      ? `--${name} cannot be "${values[name]}", which every container's /etc/hosts has`
      : null;
}
