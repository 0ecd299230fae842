import { addRoute, deleteRoute, replaceRoute } from "../../../lib/netlink/routes/add-route.ts";
import { parseIpv4Cidr } from "../../../lib/values/address/ipv4-cidr.ts";
import { parseIpv4 } from "../../../lib/values/address/ipv4.ts";
import { numberOf, type Operation } from "../operation.ts";

const UP = ["link set v0 up", "address add 10.0.0.1/24 dev v0"];
const TWO = [...UP, "route add 10.1.0.0/24 dev v0", "route add 10.1.0.0/24 via 10.0.0.2 metric 5"];

const destination = parseIpv4Cidr("10.1.0.0/24");
const gateway = parseIpv4("10.0.0.2");

export const OPERATIONS: readonly Operation[] = [
  {
    line: "route add 10.1.0.0/24 dev v0",
    given: UP,
    request: (socket) => addRoute({ destination, link: numberOf(socket, "v0") }),
  },
  {
    line: "route add default via 10.0.0.2",
    given: UP,
    request: () => addRoute({ destination: "default", gateway }),
  },
  { line: "route add default via 10.0.0.2", request: () => addRoute({ destination: "default", gateway }) },
  {
    line: "route add 10.1.0.0/24 dev v0",
    request: (socket) => addRoute({ destination, link: numberOf(socket, "v0") }),
  },
  {
    line: "route add 10.1.0.0/24 via 10.0.0.2 src 10.0.0.1 metric 7 table 1000 proto static",
    given: UP,
    request: () =>
      addRoute({
        destination,
        gateway,
        source: parseIpv4("10.0.0.1"),
        metric: 7,
        table: 1000,
        protocol: "static",
      }),
  },
  {
    line: "route add blackhole 10.1.0.0/24",
    request: () => addRoute({ destination, type: "blackhole" }),
  },
  {
    line: "route add local 10.1.0.0/24 dev v0",
    given: UP,
    request: (socket) => addRoute({ destination, type: "local", link: numberOf(socket, "v0") }),
  },
  {
    line: "route add 10.1.0.0/24 dev v0 scope host",
    given: UP,
    request: (socket) => addRoute({ destination, scope: "host", link: numberOf(socket, "v0") }),
  },
  { line: "route add 10.1.0.0/24 via 10.0.0.2", given: TWO, request: () => addRoute({ destination, gateway }) },
  { line: "route replace 10.1.0.0/24 via 10.0.0.2", given: TWO, request: () => replaceRoute({ destination, gateway }) },
  { line: "route replace 10.1.0.0/24 via 10.0.0.2", given: UP, request: () => replaceRoute({ destination, gateway }) },
  { line: "route del 10.1.0.0/24", given: TWO, request: () => deleteRoute({ destination }) },
  { line: "route del 10.1.0.0/24 metric 5", given: TWO, request: () => deleteRoute({ destination, metric: 5 }) },
  { line: "route del 10.1.0.0/24 via 10.0.0.2", given: TWO, request: () => deleteRoute({ destination, gateway }) },
  { line: "route del 10.1.0.0/24", given: UP, request: () => deleteRoute({ destination }) },
];
