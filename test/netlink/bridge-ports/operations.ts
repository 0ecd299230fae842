import type { PortOptions } from "../../../lib/netlink/bridge-ports/port-options.ts";
import { setBridgePort } from "../../../lib/netlink/bridge-ports/set-bridge-port.ts";
import type { Request } from "../../../lib/netlink/rtnetlink/message.ts";
import type { RouteSocket } from "../../../lib/netlink/rtnetlink/route-socket.ts";
import { numberOf, type Operation } from "../operation.ts";

const PORT = ["link set v0 master b0"];

export const OPERATIONS: readonly Operation[] = [
  { line: "link set v0 type bridge_slave cost 5 priority 10", given: PORT, request: v0({ cost: 5, priority: 10 }) },
  {
    line: "link set v0 type bridge_slave hairpin on guard on root_block on fastleave on isolated on",
    given: PORT,
    request: v0({ hairpin: 1, guard: 1, root_block: 1, fastleave: 1, isolated: 1 }),
  },
  {
    line: "link set v0 type bridge_slave learning off flood off mcast_flood off bcast_flood off",
    given: PORT,
    request: v0({ learning: 0, flood: 0, mcast_flood: 0, bcast_flood: 0 }),
  },
  { line: "link set v0 type bridge_slave state 4", given: PORT, request: v0({ state: 4 }) },
  { line: "link set v0 type bridge_slave priority 64", given: PORT, request: v0({ priority: 64 }) },
  { line: "link set v0 type bridge_slave cost 5", request: v0({ cost: 5 }) },
];

function v0(options: PortOptions): (socket: RouteSocket) => Request {
  return (socket) => setBridgePort(numberOf(socket, "v0"), options);
}
