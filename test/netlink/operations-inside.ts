/**
 * Does the operations of a module in the namespaces it is started in, and the same by the real `ip`, each in a new network.
 *
 *   bun operations-inside.ts MODULE
 */
import { mkdirSync } from "node:fs";

import { mount } from "../../lib/netlink/mount.ts";
import { RouteSocket } from "../../lib/netlink/rtnetlink/route-socket.ts";
import { kernelState } from "../support/kernel/kernel-state.ts";
import { CABLES, enterNewNetwork, prepareByIp } from "../support/host/new-network.ts";
import type { Done } from "./describe-operations.ts";
import type { Operation } from "./operation.ts";

mount("tmpfs", "/run");
mkdirSync("/run/netns");
const { OPERATIONS } = (await import(process.argv[2] ?? "")) as { readonly OPERATIONS: readonly Operation[] };
const done: Done[] = OPERATIONS.map((operation) => ({
  line: operation.line,
  ours: inNewNetwork(operation, ours),
  real: inNewNetwork(operation, real),
}));
console.log(JSON.stringify(done));

function inNewNetwork(operation: Operation, answer: (operation: Operation) => string): Done["ours"] {
  enterNewNetwork();
  prepareByIp([...CABLES, ...(operation.given ?? [])]);
  return { answer: answer(operation), state: kernelState(null) };
}

function ours({ request }: Operation): string {
  using socket = RouteSocket.open();
  const [refusal] = socket.tryAll([request(socket)]);
  return refusal?.answer ?? "";
}

function real({ line }: Operation): string {
  return Bun.spawnSync(["ip", ...line.split(" ")])
    .stderr.toString()
    .trim();
}
