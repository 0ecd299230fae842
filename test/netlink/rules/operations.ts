import { addRule, deleteRule } from "../../../lib/netlink/rules/add-rule.ts";
import { parseCidr } from "../../../lib/values/cidr.ts";
import type { Operation } from "../operation.ts";

const ONE = ["rule add from 10.0.0.0/24 lookup 5 priority 100"];

const source = parseCidr("10.0.0.0/24");
const destination = parseCidr("10.1.0.1/32");

export const OPERATIONS: readonly Operation[] = [
  { line: "rule add from 10.0.0.0/24 lookup 5", request: () => addRule({ source, table: 5 }) },
  {
    line: "rule add to 10.1.0.1 iif v0 oif nothing fwmark 7 lookup 1000 priority 100",
    request: () =>
      addRule({ destination, inputLink: "v0", outputLink: "nothing", mark: 7, table: 1000, priority: 100 }),
  },
  { line: "rule add from 10.0.0.0/24", request: () => addRule({ source }) },
  {
    line: "rule add from 10.0.0.0/24 lookup 5 priority 100",
    given: ONE,
    request: () => addRule({ source, table: 5, priority: 100 }),
  },
  { line: "rule del from 10.0.0.0/24", given: ONE, request: () => deleteRule({ source }) },
  { line: "rule del priority 100", given: ONE, request: () => deleteRule({ priority: 100 }) },
  { line: "rule del from 10.0.0.0/24 lookup 6", given: ONE, request: () => deleteRule({ source, table: 6 }) },
];
