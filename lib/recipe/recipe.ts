/**
 * Recipes and the tools that they get.
 *
 * @module
 */
import type { ChecksOf } from "./checks/checks-of.ts";
import { handOver } from "./hand-over.ts";
import type { LiveHost } from "./run/live-host.ts";
import type { LiveRule } from "./options/live-rule.ts";
import type { OptionTable, OptionValues } from "./options/option.ts";
import type { Step } from "./step.ts";
import type { RecipeShell } from "./terminal/recipe-shell.ts";
import type { Rule } from "./options/option-rule.ts";

/**
 * The permissions of a recipe: a guard rail for honest recipes. A program that is not listed is refused, and
 * the run ends with 4.
 *
 * @example
 * ```ts
 * import { type Permissions, recipe } from "wirework";
 * import { expect } from "bun:test";
 *
 * const permissions: Permissions = { run: ["docker", "iptables"], modules: ["br_netfilter"] };
 * const made = recipe({ summary: "Mine", options: {}, permissions, async run() {} });
 * expect(made.permissions).toMatchObject({ run: ["docker", "iptables"], modules: ["br_netfilter"] });
 * ```
 */
export interface Permissions {
  /** Programs that its steps and checks may run on the host */
  readonly run: readonly string[];
  /** Kernel modules that must be loaded already, because loading one changes the machine: `br_netfilter` */
  readonly modules?: readonly string[];
}

/**
 * The tools of a recipe.
 *
 * @example
 * ```ts
 * import { recipe } from "wirework";
 *
 * export default recipe({
 *   summary: "Make a cable",
 *   options: {},
 *   permissions: { run: ["ip"] },
 *   async run({ $, step, check }) {
 *     step("Create the \"peer\" interfaces");
 *     await $`sudo ip link add A type veth peer name B`;
 *     await check(5, "both ends are there").shows($`ip -br link`, "B@A", "A@B");
 *   },
 * });
 * ```
 */
export interface Tools {
  /** Runs commands as typed */
  readonly $: RecipeShell;
  /** Begins a step: the comment over its commands, one argument per line */
  readonly step: Step;
  /** Proves a statement of the article, 1 to 126, with real packets or with the output of commands */
  check(claim: number, name?: string): ChecksOf;
}

/**
 * A recipe as its author writes it.
 *
 * @example
 * ```ts
 * import { ipv4, recipe, type RecipeDefinition } from "wirework";
 * import { expect } from "bun:test";
 *
 * const options = { from: ipv4({ default: "10.1.1.1", help: "address of the first container" }) };
 * const definition: RecipeDefinition<typeof options> = {
 *   summary: "Give lo a second address",
 *   options,
 *   permissions: { run: ["ip"] },
 *   async run({ $ }, { from }) {
 *     await $`sudo ip addr add ${from}/32 dev lo`;
 *   },
 * };
 * expect(recipe(definition).options).toBe(options);
 * ```
 */
export interface RecipeDefinition<Table extends OptionTable> {
  /** One line, for `wirework list` */
  readonly summary: string;
  /** The section of the article */
  readonly article?: string;
  /** The things that it builds, one per line, for `wirework show` */
  readonly builds?: readonly string[];
  /** Its options by name, without the dashes */
  readonly options: Table;
  /** Rules about its options, checked before anything is opened */
  readonly rules?: readonly Rule<OptionValues<Table>>[];
  /** Rules about the host, checked before the first step */
  readonly preflight?: readonly LiveRule<OptionValues<Table>>[];
  /** Programs that it may run on the host */
  readonly permissions: Permissions;
  /** Runs its steps and checks, in order; anything thrown fails the run, and everything is undone */
  run(tools: Tools, options: OptionValues<Table>): Promise<void>;
}

/**
 * A recipe as the runner sees it, made by `recipe`.
 *
 * @example
 * ```ts
 * import { Recipe, recipe } from "wirework";
 * import { expect } from "bun:test";
 *
 * const made = recipe({ summary: "Mine", options: {}, permissions: { run: ["ip"] }, async run() {} });
 * expect(made).toBeInstanceOf(Recipe);
 * expect(made.objections({})).toEqual([]);
 * ```
 */
export class Recipe {
  /** One line, for `wirework list` */
  readonly summary: string;
  /** The article's section; `null` when it follows none */
  readonly article: string | null;
  /** The things that it builds, one per line */
  readonly builds: readonly string[];
  /** Its options by name, without the dashes */
  readonly options: OptionTable;
  /** Programs that it may run on the host, and modules that it needs */
  readonly permissions: Required<Permissions>;
  readonly #definition: RecipeDefinition<OptionTable>;

  constructor(definition: RecipeDefinition<OptionTable>) {
    this.summary = definition.summary;
    this.article = definition.article ?? null;
    this.builds = definition.builds ?? [];
    this.options = definition.options;
    this.permissions = { modules: [], ...definition.permissions };
    this.#definition = definition;
  }

  /** Returns the reasons why these values can't be used together; empty when they can */
  objections(values: Readonly<Record<string, unknown>>): readonly string[] {
    const rules = this.#definition.rules ?? [];
    return rules.map((rule) => rule(values)).filter((reason) => reason !== null);
  }

  /** Returns the reasons why these values can't be used on this host; empty when they can */
  async liveObjections(values: Readonly<Record<string, unknown>>, host: LiveHost): Promise<readonly string[]> {
    const rules = this.#definition.preflight ?? [];
    const reasons = await Promise.all(rules.map((rule) => rule(values, host)));
    return reasons.filter((reason) => reason !== null);
  }

  /** Runs its steps and checks */
  run(tools: Tools, values: Readonly<Record<string, unknown>>): Promise<void> {
    return this.#definition.run(tools, values);
  }
}

/**
 * Makes a recipe. A file's default export is one; started by itself, the file hands over to `wirework run`.
 *
 * @example
 * ```ts
 * import { recipe } from "wirework";
 *
 * export default recipe({
 *   summary: "Show the interfaces of the host",
 *   options: {},
 *   permissions: { run: ["ip"] },
 *   async run({ $, step }) {
 *     step("What is there");
 *     await $`ip link show`;
 *   },
 * });
 * ```
 */
export function recipe<const Table extends OptionTable>(definition: RecipeDefinition<Table>): Recipe {
  // The runner reads values by the table that it passes on, so the types match
  const made = new Recipe(definition as unknown as RecipeDefinition<OptionTable>);
  handOver(made);
  return made;
}
