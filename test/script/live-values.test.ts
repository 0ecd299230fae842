/**
 * Options whose values only the machine of the script can tell.
 */
import { describe, expect, test } from "bun:test";

import { RecipeError } from "../../lib/recipe/recipe-error.ts";
import { loadRecipe } from "../../lib/recipe/load.ts";
import { defaultsOf } from "../../lib/recipe/options/option.ts";
import { liveValues, refuseMadeUp } from "../../lib/script/live-values.ts";
import { fileWith } from "../support/recipe-file.ts";

const refusal = (link: string) => `refuse '${link} has no address'`;

/** The options of a recipe, of which some are typed */
async function valuesOf(options: string, ...typed: readonly string[]) {
  const file = fileWith(`import { addressBeside, gatewayOn, ifName, recipe } from "wirework";
export default recipe({ summary: "A test's", permissions: { run: [] }, options: { ${options} }, async run() {} });`);
  const { recipe } = await loadRecipe(file);
  return liveValues(recipe, defaultsOf(recipe.options), new Set(typed));
}

const GATEWAY = 'gatewayOn("docker0", { default: "172.17.42.1", help: "" })';
const BESIDE = 'addressBeside("docker0", { default: "172.17.42.99/16", help: "" })';
const OTHER = 'gatewayOn("others0", { default: "10.0.0.1", help: "" })';
const LINK = 'ifName({ default: "A", help: "" })';

test("an address of an interface is asked for by name, and a made-up one stands for it", async () => {
  const live = await valuesOf(`"my-gateway": ${GATEWAY}, link: ${LINK}, o: ${OTHER}`);
  expect({ ...live, variables: [...live.variables] }).toEqual({
    values: { "my-gateway": "198.18.0.2", link: "A", o: "198.18.1.2" },
    variables: [
      ["198.18.0.2", "$my_gateway"],
      ["198.18.1.2", "$o"],
    ],
    names: ["my_gateway", "o"],
    lines: [
      `my_gateway=$(address_on docker0) || ${refusal("docker0")}`,
      `o=$(address_on others0) || ${refusal("others0")}`,
    ],
    needs: ["address-on", "address-on"],
  });
});

test("an address beside it is asked for with what it should be, and stands with and without its network", async () => {
  const live = await valuesOf(`address: ${BESIDE}`);
  const value = String(live.values["address"]);
  expect(value).toMatch(/^198\.18\.0\.\d+\/24$/);
  expect({ ...live, variables: [...live.variables] }).toEqual({
    values: { address: value },
    variables: [
      [value, "$address"],
      [value.replace("/24", ""), "${address%/*}"],
    ],
    names: ["address"],
    lines: [`address=$(address_beside docker0 172.17.42.99/16) || ${refusal("docker0")}`],
    needs: ["address-beside"],
  });
});

test("what is typed is not asked for", async () => {
  const live = await valuesOf(`one: ${GATEWAY}, two: ${OTHER}`, "one");
  expect({ values: live.values, names: live.names }).toEqual({
    values: { one: "172.17.42.1", two: "198.18.0.2" },
    names: ["two"],
  });
});

test("two options of one value have the variable of the first", async () => {
  const live = await valuesOf(`one: ${GATEWAY}, two: ${GATEWAY}`);
  expect({ variables: [...live.variables], names: live.names, lines: live.lines.length }).toEqual({
    variables: [["198.18.0.2", "$one"]],
    names: ["one", "two"],
    lines: 2,
  });
});

describe("a script with an address that was made up", () => {
  test.each(["ip addr add 198.18.0.3/24", "198.18.10.255", "x=198.18.0.2."])("is refused: %s", async (script) => {
    const live = await valuesOf(`gateway: ${GATEWAY}, address: ${BESIDE}`);
    expect(() => refuseMadeUp(script, live, "star")).toThrow(
      expect.objectContaining({
        constructor: RecipeError,
        message: expect.stringContaining("star"),
        tryThis: "--gateway VALUE --address VALUE",
      }),
    );
  });

  test.each(["198.19.0.2", "1198.18.0.2", "198.18.0", "198.18.a.b", ""])("has none: %s", async (script) => {
    const live = await valuesOf(`gateway: ${GATEWAY}`);
    expect(() => refuseMadeUp(script, live, "star")).not.toThrow();
  });

  test("is fine where none was made up", async () => {
    const live = await valuesOf(`gateway: ${GATEWAY}`, "gateway");
    expect(() => refuseMadeUp("198.18.0.2", live, "star")).not.toThrow();
  });
});
