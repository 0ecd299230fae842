/**
 * Values that only the host can judge: each is refused before the first step, with nothing touched.
 */
import { expect, test } from "bun:test";

import { someone } from "../support/no-namespaces.ts";
import { wirework } from "../support/wirework.ts";

const notOwn = (option: string, address: string) =>
  `--${option} ${address} is not the address of docker0, which has 172.17.42.1`;
const tooLow = (address: string, highest: string) =>
  `--address ${address} is a container's, as Docker gives them the lowest of 172.17.0.0/16: take one above ${highest}`;

/** What is run on a sandbox, whose docker0 has 172.17.42.1/16, and what is said */
const REFUSED: readonly (readonly [line: string, reason: string])[] = [
  ["dns --bridge 172.17.42.2", notOwn("bridge", "172.17.42.2")],
  ["listen --bridge 1.2.3.4", notOwn("bridge", "1.2.3.4")],
  ["net-host --bridge 10.0.0.1", notOwn("bridge", "10.0.0.1")],
  ["link-icc-false --bridge 172.17.42.2", notOwn("bridge", "172.17.42.2")],
  ["publish-ports --bridge 172.17.42.2", notOwn("bridge", "172.17.42.2")],
  ["how-docker-networks --gateway 172.17.42.2", notOwn("gateway", "172.17.42.2")],
  ["net-none-manual --gateway 172.17.42.2", notOwn("gateway", "172.17.42.2")],
  [
    "net-none-manual --address 172.17.42.99/24",
    "--address 172.17.42.99/24 must have the netmask of docker0: 172.17.42.99/16",
  ],
  ["net-none-manual --address 172.17.0.2/16", tooLow("172.17.0.2", "172.17.0.2")],
  ["how-docker-networks --address 172.17.0.3/16", tooLow("172.17.0.3", "172.17.0.3")],
  [
    "iptables-off --address 172.17.0.1/16",
    "--address 172.17.0.0/16 overlaps with 172.17.0.0/16, the network of docker0",
  ],
  ["own-subnets --here 172.17.42.1/16", "--here 172.17.0.0/16 overlaps with 172.17.0.0/16, the network of docker0"],
  ["own-subnets --there 172.16.0.1/12", "--there 172.16.0.0/12 overlaps with 172.17.0.0/16, the network of docker0"],
  ["point-to-point-add --from 172.17.0.3", "--from 172.17.0.3 is inside of 172.17.0.0/16, the network of docker0"],
  ["point-to-point-add --to 172.17.0.3", "--to 172.17.0.3 is inside of 172.17.0.0/16, the network of docker0"],
  ["point-to-point-host --from 172.17.42.1", "--from 172.17.42.1 is inside of 172.17.0.0/16, the network of docker0"],
  ["point-to-point-host --to 172.17.0.2", "--to 172.17.0.2 is inside of 172.17.0.0/16, the network of docker0"],
  ["customise-docker0 --bip 172.17.42.1/16 --neighbour 172.17.42.7", "--bip: docker0 has 172.17.42.1 already"],
];

test.concurrent.each(REFUSED)("%s", async (line, reason) => {
  const [recipe = ""] = line.split(" ");
  const { status, stdout, stderr } = await wirework(someone, ["run", ...line.split(" ")]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toBe(`wirework: Cannot run ${recipe} here: ${reason}\n  try: wirework show ${recipe}\n`);
});
