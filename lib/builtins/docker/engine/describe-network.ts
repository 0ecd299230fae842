import type { JsonObject } from "../go-template/json-value.ts";
import { NIL_LIST } from "../go-template/nil-list.ts";
import type { Container, Endpoint } from "./container.ts";
import { UNSET_ENDPOINT } from "./unset.ts";

const UNSET_ADDRESSES: JsonObject = {
  EndpointID: "",
  Gateway: "",
  GlobalIPv6Address: "",
  GlobalIPv6PrefixLen: 0,
  IPAddress: "",
  IPPrefixLen: 0,
  IPv6Gateway: "",
  MacAddress: "",
};

/**
 * A container's `NetworkSettings`: of its own those that Docker had in the article's time, and for each network those
 * that it has today.
 *
 * @param ports what it has open while it has its place on the bridge
 */
export function describeNetwork({ settings, state, run }: Container, ports: JsonObject): JsonObject {
  const endpoint = state.status === "running" ? (run?.endpoint ?? null) : null;
  const addresses = endpoint === null ? {} : addressesOf(endpoint);
  return {
    Bridge: endpoint?.bridge ?? "",
    SandboxID: "",
    HairpinMode: false,
    LinkLocalIPv6Address: "",
    LinkLocalIPv6PrefixLen: 0,
    Ports: endpoint === null ? {} : ports,
    SandboxKey: state.status === "running" && state.pid !== null ? `/proc/${state.pid}/ns/net` : "",
    SecondaryIPAddresses: NIL_LIST,
    SecondaryIPv6Addresses: NIL_LIST,
    ...UNSET_ADDRESSES,
    ...addresses,
    Networks: { [settings.network]: { ...UNSET_ENDPOINT, ...addresses } },
  };
}

function addressesOf({ gateway, address, prefix, mac }: Endpoint): JsonObject {
  return { Gateway: gateway, IPAddress: address, IPPrefixLen: prefix, MacAddress: mac };
}
