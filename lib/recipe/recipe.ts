/**
 * What a recipe is.
 *
 * @module
 */
import type { ChecksOf } from "./checks-of.ts";
import { handOver } from "./hand-over.ts";
import type { LiveHost } from "./live-host.ts";
import type { LiveRule } from "./live-rule.ts";
import type { OptionTable, OptionValues } from "./option.ts";
import type { RecipeShell } from "./recipe-shell.ts";
import type { Rule } from "./rule.ts";

/** What a recipe may touch; a guard rail for honest recipes */
export interface Permissions {
  /** The programs that it, its checks included, may run on the host */
  readonly run: readonly string[];
  /** Kernel modules that must be there already, as loading one changes the machine: `br_netfilter` */
  readonly modules?: readonly string[];
}

/** What a recipe is given */
export interface Tools {
  /** Runs commands, as typed */
  readonly $: RecipeShell;
  /** Begins a step: the comment over its commands, an argument a line */
  step(...comment: readonly string[]): void;
  /** Proves a statement of the article, by its number, on real packets */
  check(claim: number, name?: string): ChecksOf;
}

/** A recipe as its author writes it */
export interface RecipeDefinition<Table extends OptionTable> {
  /** One line, for `wirework list` */
  readonly summary: string;
  /** The section of the article */
  readonly article?: string;
  /** What stands when it has run, a line each, for `wirework show` */
  readonly builds?: readonly string[];
  readonly options: Table;
  readonly rules?: readonly Rule<OptionValues<Table>>[];
  /** What must hold on the host, before the first step */
  readonly preflight?: readonly LiveRule<OptionValues<Table>>[];
  readonly permissions: Permissions;
  run(tools: Tools, options: OptionValues<Table>): Promise<void>;
}

/** A recipe as the runner sees it */
export class Recipe {
  readonly summary: string;
  readonly article: string | null;
  readonly builds: readonly string[];
  readonly options: OptionTable;
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

  /** Why these values can't be used together; empty when they can */
  objections(values: Readonly<Record<string, unknown>>): readonly string[] {
    const rules = this.#definition.rules ?? [];
    return rules.map((rule) => rule(values)).filter((reason) => reason !== null);
  }

  /** Why these values can't be used on this host; empty when they can */
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
  // The runner reads the values by the very table that it passes on
  const made = new Recipe(definition as unknown as RecipeDefinition<OptionTable>);
  handOver(made);
  return made;
}
