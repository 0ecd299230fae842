import {
  addNeighbour,
  changeNeighbour,
  deleteNeighbour,
  type NeighbourOptions,
  replaceNeighbour,
} from "../../../lib/netlink/neighbours/add-neighbour.ts";
import type { Request } from "../../../lib/netlink/rtnetlink/message.ts";
import type { RouteSocket } from "../../../lib/netlink/rtnetlink/route-socket.ts";
import { parseIpv4 } from "../../../lib/values/ipv4.ts";
import { numberOf, type Operation } from "../operation.ts";

const UP = ["link set v0 up", "address add 10.0.0.1/24 dev v0"];
const ONE = [...UP, "neighbour add 10.0.0.2 lladdr 02:00:00:00:00:02 dev v0"];

const destination = parseIpv4("10.0.0.2");
const address = Uint8Array.of(2, 0, 0, 0, 0, 7);

export const OPERATIONS: readonly Operation[] = [
  {
    line: "neighbour add 10.0.0.2 lladdr 02:00:00:00:00:07 dev v0",
    given: UP,
    request: behindV0(addNeighbour, { destination, address }),
  },
  {
    line: "neighbour add 10.0.0.2 lladdr 02:00:00:00:00:07 dev v0",
    given: ONE,
    request: behindV0(addNeighbour, { destination, address }),
  },
  { line: "neighbour add 10.0.0.2 dev v0", given: UP, request: behindV0(addNeighbour, { destination }) },
  {
    line: "neighbour replace 10.0.0.2 lladdr 02:00:00:00:00:07 nud noarp dev v0",
    given: ONE,
    request: behindV0(replaceNeighbour, { destination, address, state: "noarp" }),
  },
  {
    line: "neighbour change 10.0.0.2 lladdr 02:00:00:00:00:07 dev v0",
    given: ONE,
    request: behindV0(changeNeighbour, { destination, address }),
  },
  {
    line: "neighbour change 10.0.0.2 lladdr 02:00:00:00:00:07 dev v0",
    given: UP,
    request: behindV0(changeNeighbour, { destination, address }),
  },
  { line: "neighbour del 10.0.0.2 dev v0", given: ONE, request: behindV0(deleteNeighbour, { destination }) },
  { line: "neighbour del 10.0.0.2 dev v0", given: UP, request: behindV0(deleteNeighbour, { destination }) },
];

function behindV0(
  operation: (options: NeighbourOptions) => Request,
  options: Omit<NeighbourOptions, "link">,
): (socket: RouteSocket) => Request {
  return (socket) => operation({ ...options, link: numberOf(socket, "v0") });
}
