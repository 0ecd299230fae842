/**
 * Values that only the host can judge: each is refused before the first step, with nothing touched.
 */
import { expect, test } from "bun:test";

import { someone } from "../support/host/no-namespaces.ts";
import { wirework } from "../support/wirework.ts";
import { naming } from "../support/naming.ts";
import { errorOf } from "../support/error-of.ts";

const notOwn = (option: string, address: string) => [`--${option} ${address}`, "docker0", "172.17.42.1"];
const tooLow = (address: string, highest: string) => [`--address ${address}`, "172.17.0.0/16", highest];

/** What is run on a sandbox, whose docker0 has 172.17.42.1/16, and what is said */
const REFUSED: readonly (readonly [line: string, values: readonly string[]])[] = [
  ["dns --bridge 172.17.42.2", notOwn("bridge", "172.17.42.2")],
  ["listen --bridge 1.2.3.4", notOwn("bridge", "1.2.3.4")],
  ["net-host --bridge 10.0.0.1", notOwn("bridge", "10.0.0.1")],
  ["link-icc-false --bridge 172.17.42.2", notOwn("bridge", "172.17.42.2")],
  ["publish-ports --bridge 172.17.42.2", notOwn("bridge", "172.17.42.2")],
  ["how-docker-networks --gateway 172.17.42.2", notOwn("gateway", "172.17.42.2")],
  ["net-none-manual --gateway 172.17.42.2", notOwn("gateway", "172.17.42.2")],
  ["net-none-manual --address 172.17.42.99/24", ["--address 172.17.42.99/24", "docker0", "172.17.42.99/16"]],
  ["net-none-manual --address 172.17.0.2/16", tooLow("172.17.0.2", "172.17.0.2")],
  ["how-docker-networks --address 172.17.0.3/16", tooLow("172.17.0.3", "172.17.0.3")],
  ["iptables-off --address 172.17.0.1/16", ["--address 172.17.0.0/16", "172.17.0.0/16", "docker0"]],
  ["own-subnets --here 172.17.42.1/16", ["--here 172.17.0.0/16", "172.17.0.0/16", "docker0"]],
  ["own-subnets --there 172.16.0.1/12", ["--there 172.16.0.0/12", "172.17.0.0/16", "docker0"]],
  ["point-to-point-add --from 172.17.0.3", ["--from 172.17.0.3", "172.17.0.0/16", "docker0"]],
  ["point-to-point-add --to 172.17.0.3", ["--to 172.17.0.3", "172.17.0.0/16", "docker0"]],
  ["point-to-point-host --from 172.17.42.1", ["--from 172.17.42.1", "172.17.0.0/16", "docker0"]],
  ["point-to-point-host --to 172.17.0.2", ["--to 172.17.0.2", "172.17.0.0/16", "docker0"]],
  ["customise-docker0 --bip 172.17.42.1/16 --neighbour 172.17.42.7", ["--bip: docker0 has 172.17.42.1 already"]],
];

test.concurrent.each(REFUSED)("%s", async (line, values) => {
  const [recipe = "", ...options] = line.split(" ");
  const ended = await wirework(someone, ["run", recipe, "--json", ...options]);
  expect(ended.status).toBe(2);
  const message = naming(recipe, ...values);
  expect(errorOf(ended)).toEqual({ kind: "obstacle", message, cause: null, try: `wirework show ${recipe}` });
});
