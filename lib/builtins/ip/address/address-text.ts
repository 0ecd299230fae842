import { type AddressView, FOREVER } from "./address-view.ts";

/** The lines about an address */
export function addressText(address: AddressView): string {
  const { family, local, peer, prefix, metric, broadcast, anycast, scope, flags, otherFlags, label, lifetime } =
    address;
  return [
    `    ${family} ${local}${peer === undefined ? "" : ` peer ${peer}`}/${prefix} `,
    metric === undefined ? "" : `metric ${metric} `,
    broadcast === undefined ? "" : `brd ${broadcast} `,
    anycast === undefined ? "" : `any ${anycast} `,
    `scope ${scope} `,
    ...flags.map((flag) => `${flag} `),
    otherFlags === undefined ? "" : `flags ${otherFlags} `,
    label ?? "",
    lifetime === undefined
      ? ""
      : `\n       valid_lft ${seconds(lifetime.valid)} preferred_lft ${seconds(lifetime.preferred)}`,
    "\n",
  ].join("");
}

/** An address as `ip -brief address` tells it */
export function briefAddressText({ local, peer, prefix, metric }: AddressView): string {
  const ends = peer === undefined ? local : `${local} peer ${peer}`;
  return `${ends}/${prefix} ${metric === undefined ? "" : `metric ${metric} `}`;
}

function seconds(lifetime: number): string {
  return lifetime === FOREVER ? "forever" : `${lifetime}sec`;
}
