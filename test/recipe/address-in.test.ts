import { expect, test } from "bun:test";

import { addressIn, networksIn } from "../../lib/recipe/address-in.ts";
import { BadValue } from "../../lib/values/bad-value.ts";

const NETWORKS = {
  none: { IPAddress: "" },
  one: { IPAddress: "10.1.0.2" },
  two: { IPAddress: "10.2.0.2" },
  odd: 5,
};

test.each<readonly [unknown, readonly string[], string]>([
  [{ Networks: NETWORKS }, [], "10.1.0.2"],
  [{ Networks: NETWORKS }, ["two"], "10.2.0.2"],
  [{ Networks: NETWORKS }, ["three", "none", "odd", "two", "one"], "10.2.0.2"],
  [{ Networks: NETWORKS }, ["three"], "10.1.0.2"],
  [{ IPAddress: "172.17.0.2", Networks: NETWORKS }, [], "10.1.0.2"],
  [{ IPAddress: "172.17.0.2", Networks: { none: { IPAddress: "" }, odd: { IPAddress: 5 } } }, ["none"], "172.17.0.2"],
  [{ IPAddress: "172.17.0.2", Networks: null }, [], "172.17.0.2"],
  [{ IPAddress: "172.17.0.2" }, ["one"], "172.17.0.2"],
])("the address in %j, on one of %j, is %s", (settings, preferred, address) => {
  expect<string>(addressIn(JSON.stringify(settings), preferred)).toBe(address);
});

test.each(["null", "5", '"10.1.1.1"', "{}", '{"IPAddress": ""}', '{"IPAddress": "web"}', '{"IPAddress": 5}'])(
  "%s has none",
  (settings) => {
    expect(() => addressIn(settings, [])).toThrow(BadValue);
  },
);

test.each([addressIn, networksIn])("%p refuses what is no JSON, and has it in the error", (read) => {
  expect(() => read("<no value>", [])).toThrow(expect.objectContaining({ name: "BadValue", value: "<no value>" }));
});

test.each([
  ['{"Networks": {"one": {}, "two": 5}}', ["one", "two"]],
  ['{"Networks": {}}', []],
  ['{"Networks": null}', []],
  ["{}", []],
  ["null", []],
])("the networks in %s are %j", (settings, names) => {
  expect(networksIn(settings)).toEqual(names);
});
