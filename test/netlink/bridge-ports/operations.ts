import { type PortSettings, setBridgePort } from "../../../lib/netlink/bridge-ports/set-bridge-port.ts";
import type { Request } from "../../../lib/netlink/rtnetlink/message.ts";
import type { RouteSocket } from "../../../lib/netlink/rtnetlink/route-socket.ts";
import { numberOf, type Operation } from "../operation.ts";

const PORT = ["link set v0 master b0"];

export const OPERATIONS: readonly Operation[] = [
  { line: "link set v0 type bridge_slave cost 5 priority 10", given: PORT, request: v0({ cost: 5, priority: 10 }) },
  {
    line: "link set v0 type bridge_slave hairpin on guard on root_block on fastleave on isolated on",
    given: PORT,
    request: v0({ hairpin: "on", guard: "on", rootBlock: "on", fastLeave: "on", isolated: "on" }),
  },
  {
    line: "link set v0 type bridge_slave learning off flood off mcast_flood off bcast_flood off",
    given: PORT,
    request: v0({ learning: "off", flood: "off", multicastFlood: "off", broadcastFlood: "off" }),
  },
  { line: "link set v0 type bridge_slave state 4", given: PORT, request: v0({ state: "blocking" }) },
  { line: "link set v0 type bridge_slave priority 64", given: PORT, request: v0({ priority: 64 }) },
  { line: "link set v0 type bridge_slave cost 5", request: v0({ cost: 5 }) },
];

function v0(settings: PortSettings): (socket: RouteSocket) => Request {
  return (socket) => setBridgePort(numberOf(socket, "v0"), settings);
}
