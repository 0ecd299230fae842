import { INFO } from "../../../../netlink/links/link-message.ts";
import { decode } from "../../../../netlink/rtnetlink/attribute.ts";
import type { JsonObject } from "../../json.ts";
import { plainText } from "../../plain-text.ts";
import { entryOf, NotOurs } from "../../words.ts";
import type { LinkNames } from "../link-names.ts";
import { BRIDGE_PORT } from "./bridge-port.ts";
import { BRIDGE } from "./bridge.ts";
import { MACVLAN } from "./macvlan.ts";
import { type Telling, toldOfNest } from "./telling.ts";
import { VXLAN } from "./vxlan.ts";

/** By a link's kind; `null` is one of which there is no more to tell */
const KINDS: Readonly<Record<string, Telling | null>> = {
  bridge: BRIDGE,
  dummy: null,
  macvlan: MACVLAN,
  veth: null,
  vxlan: VXLAN,
};

/** By the kind of the link that it is a port of */
const PORT_KINDS: Readonly<Record<string, Telling | null>> = { bridge: BRIDGE_PORT };

/**
 * What a link is of its kind, and as a port: print_linktype() of iproute2's ip/ipaddress.c.
 *
 * @throws {NotOurs} when it is of a kind that is not among ours, or the kernel tells more than ours knows of
 */
export function linkInfo(encoded: Buffer, names: LinkNames): JsonObject {
  const info = decode(encoded);
  const kind = info.get(INFO.kind);
  const portKind = info.get(INFO.portKind);
  const data = (kinds: typeof KINDS, name: Buffer, nest: number) => {
    const telling = entryOf(kinds, plainText(name));
    if (telling === undefined) throw new NotOurs();
    return telling === null ? undefined : toldOfNest(telling, info.get(nest), names);
  };
  return {
    ...(kind !== undefined && { info_kind: plainText(kind), info_data: data(KINDS, kind, INFO.data) }),
    ...(portKind !== undefined && {
      info_slave_kind: plainText(portKind),
      info_slave_data: data(PORT_KINDS, portKind, INFO.portData),
    }),
  };
}
