import { addAddress, type AddressOptions, deleteAddress } from "../../../lib/netlink/addresses/add-address.ts";
import type { Request } from "../../../lib/netlink/rtnetlink/message.ts";
import type { RouteSocket } from "../../../lib/netlink/rtnetlink/route-socket.ts";
import { parseIpv4Cidr } from "../../../lib/values/address/ipv4-cidr.ts";
import { parseIpv4 } from "../../../lib/values/address/ipv4.ts";
import { numberOf, type Operation } from "../operation.ts";

const GIVEN = ["address add 10.0.0.1/24 dev v0"];

export const OPERATIONS: readonly Operation[] = [
  { line: "address add 10.1.0.1/24 dev v0", request: on("v0", addAddress, { address: parseIpv4Cidr("10.1.0.1/24") }) },
  {
    line: "address add 10.0.0.1/24 dev v0",
    given: GIVEN,
    request: on("v0", addAddress, { address: parseIpv4Cidr("10.0.0.1/24") }),
  },
  {
    line: "address add 10.1.0.1/24 broadcast 10.1.0.255 label v0:1 scope link dev v0",
    request: on("v0", addAddress, {
      address: parseIpv4Cidr("10.1.0.1/24"),
      broadcast: parseIpv4("10.1.0.255"),
      label: "v0:1",
      scope: "link",
    }),
  },
  {
    line: "address add 10.1.0.1 peer 10.1.0.2 dev v0",
    request: on("v0", addAddress, { address: parseIpv4Cidr("10.1.0.1/32"), peer: parseIpv4("10.1.0.2") }),
  },
  { line: "address add 127.0.0.9/8 dev lo", request: on("lo", addAddress, { address: parseIpv4Cidr("127.0.0.9/8") }) },
  {
    line: "address del 10.0.0.1/24 dev v0",
    given: GIVEN,
    request: on("v0", deleteAddress, { address: parseIpv4Cidr("10.0.0.1/24") }),
  },
  {
    line: "address del 10.0.0.1/24 dev v0",
    request: on("v0", deleteAddress, { address: parseIpv4Cidr("10.0.0.1/24") }),
  },
];

function on(
  link: string,
  operation: (options: AddressOptions) => Request,
  options: Omit<AddressOptions, "index">,
): (socket: RouteSocket) => Request {
  return (socket) => operation({ ...options, index: numberOf(socket, link) });
}
