import { expect, test } from "bun:test";

import type { LiveHost } from "../../../lib/recipe/run/live-host.ts";
import { Obstacle } from "../../../lib/recipe/run/obstacle.ts";
import { ipv4, type Option } from "../../../lib/recipe/options/option.ts";
import { planRecipe } from "../../../lib/recipe/run/plan-recipe.ts";
import { liveValues, preflight } from "../../../lib/recipe/run/preflight.ts";
import { recipe, type RecipeDefinition } from "../../../lib/recipe/recipe.ts";
import { CannotUndo } from "../../../lib/shell/invert/cannot-undo.ts";
import { type Ipv4, parseIpv4 } from "../../../lib/values/address/ipv4.ts";
import { naming } from "../../support/naming.ts";

const HOST: LiveHost = { interface: async (name) => ({ isBridge: name === "docker0", address: null }) };

const fixed = ipv4({ default: "10.1.1.1", help: "never the host's" });
const liveAs = (live: Option<Ipv4>["live"]): Option<Ipv4> => ({ ...fixed, live });

const options = {
  fixed,
  found: liveAs(async (host, values) => {
    expect(values).toMatchObject({ fixed: "10.9.9.9" });
    return parseIpv4((await host.interface("docker0"))?.isBridge === true ? "10.2.2.2" : "10.0.0.1");
  }),
};

type Definition = RecipeDefinition<typeof options>;

const recipeOf = (parts: Partial<Definition>) =>
  recipe({ summary: "s", options, permissions: { run: ["ip", "rm"] }, run: async () => {}, ...parts });

const VALUES = { fixed: "10.9.9.9", found: "10.1.1.1", other: 5 };

test("the host's values stand where nobody typed any", async () => {
  expect(await liveValues(recipeOf({}), VALUES, new Set(), HOST)).toEqual({ ...VALUES, found: "10.2.2.2" });
  expect(await liveValues(recipeOf({}), VALUES, new Set(["fixed"]), HOST)).toEqual({ ...VALUES, found: "10.2.2.2" });
  expect(await liveValues(recipeOf({}), VALUES, new Set(["found"]), HOST)).toEqual(VALUES);
  expect(await preflight("mine", recipeOf({}), VALUES, new Set(), HOST)).toEqual({ ...VALUES, found: "10.2.2.2" });
});

/** Rules that object, with the host's value in it, or don't */
const rules = [
  () => null,
  ({ found }) => (found === "10.2.2.2" ? `rule ${found}` : null),
] satisfies Definition["rules"];
const live = [
  async () => null,
  async ({ found }, host) => `live ${found} ${(await host.interface("docker0"))?.isBridge}`,
] satisfies Definition["preflight"];

test("what objects is an obstacle: rules between options first, each asked of the host's values", async () => {
  const failing = (parts: Partial<Definition>) =>
    preflight("mine", recipeOf(parts), VALUES, new Set(), HOST).catch((error: unknown) => error);
  const both = await failing({ rules, preflight: live });
  expect(both).toBeInstanceOf(Obstacle);
  expect(both).toMatchObject({ message: naming("mine", "rule 10.2.2.2"), cause: null, tryThis: "wirework show mine" });
  expect(await failing({ preflight: live })).toMatchObject({ message: naming("mine", "live 10.2.2.2 true") });
});

test("a recipe has all objections, in order, and defaults for what its author left out", async () => {
  const made = recipeOf({ rules: [() => "a", () => null, () => "b"], preflight: [async () => "c", async () => null] });
  expect(made.objections({})).toEqual(["a", "b"]);
  expect(await made.liveObjections({}, HOST)).toEqual(["c"]);
  expect(made).toMatchObject({ summary: "s", article: null, builds: [], options });
  expect(made.permissions).toEqual({ run: ["ip", "rm"], modules: [] });
  const whole = recipeOf({
    article: "A",
    builds: ["b"],
    permissions: { run: [], modules: ["m"] },
  });
  expect(whole).toMatchObject({ article: "A", builds: ["b"] });
  expect(whole.permissions).toEqual({ run: [], modules: ["m"] });
  expect([recipeOf({}).objections({}), await recipeOf({}).liveObjections({}, HOST)]).toEqual([[], []]);
});

test("a plan has each line, with what is changed by its parts", async () => {
  const made = recipeOf({
    run: async ({ $ }, { fixed: address }) => {
      await $`ip link show`;
      await $`sudo ip addr add ${address}/24 dev lo`;
    },
  });
  const planned = await planRecipe(made, VALUES);
  expect(planned.map(({ line, parts }) => [line.text, parts.map(({ command }) => command)])).toEqual([
    ["ip link show", []],
    ["sudo ip addr add 10.9.9.9/24 dev lo", [0]],
  ]);
  expect(planned[1]?.parts[0]?.plan.changes).toContain("10.9.9.9/24");
});

test("a line of a program that nobody knows can't be planned", async () => {
  const made = recipeOf({ permissions: { run: ["stranger"] }, run: async ({ $ }) => void (await $`stranger x`) });
  await expect(planRecipe(made, VALUES)).rejects.toThrow(CannotUndo);
});
