import type { JsonObject } from "../../go-template/values/json-value.ts";
import { NIL_LIST } from "../../go-template/values/nil-list.ts";
import type { Container, Endpoint } from "../container.ts";
import { describePorts } from "./describe-ports.ts";
import { ownerOf } from "../network/shared-network.ts";
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
 * Documents a container's `NetworkSettings`: at the top level the fields of the article's time, and per
 * network today's.
 */
export function describeNetwork({ settings, state, run }: Container): JsonObject {
  const endpoint = state.status === "running" ? (run?.endpoint ?? null) : null;
  const addresses = endpoint === null ? {} : addressesOf(endpoint);
  // For a container in another's network, Docker lists none
  const networks = ownerOf(settings.network) === null ? [settings.network] : [];
  const pid = state.status === "running" ? state.pid : null;
  return {
    Bridge: endpoint?.bridge ?? "",
    SandboxID: "",
    HairpinMode: false,
    LinkLocalIPv6Address: "",
    LinkLocalIPv6PrefixLen: 0,
    Ports: endpoint === null ? {} : describePorts(settings.exposed, endpoint.published),
    SandboxKey: pid === null || networks.length === 0 ? "" : `/proc/${pid}/ns/net`,
    SecondaryIPAddresses: NIL_LIST,
    SecondaryIPv6Addresses: NIL_LIST,
    ...UNSET_ADDRESSES,
    ...addresses,
    Networks: Object.fromEntries(networks.map((network) => [network, { ...UNSET_ENDPOINT, ...addresses }])),
  };
}

function addressesOf({ gateway, address, prefix, mac }: Endpoint): JsonObject {
  return { Gateway: gateway, IPAddress: address, IPPrefixLen: prefix, MacAddress: mac };
}
