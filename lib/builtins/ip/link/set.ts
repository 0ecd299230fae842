/**
 * `ip link set`
 *
 * @module
 */
import { setBridgePort } from "../../../netlink/bridge-ports/set-bridge-port.ts";
import type { LinkSettings } from "../../../netlink/links/link-settings.ts";
import { setBridge } from "../../../netlink/links/set-bridge.ts";
import { settleLink } from "../../../netlink/links/settle-link.ts";
import { setLink } from "../../../netlink/links/set-link.ts";
import type { Request } from "../../../netlink/rtnetlink/message.ts";
import { type Deed, DONE } from "../deed.ts";
import { NotOurs, Words } from "../words.ts";
import { readBridgePortWords } from "./bridge-port-words.ts";
import { readBridgeWords } from "./bridge-words.ts";
import { readLinkWords } from "./link-words.ts";
import { indexOf, settingsOf } from "./resolve.ts";

type Change = (index: number, settings: LinkSettings) => Request;

/** What is behind the type's name; how such a link is changed */
const TYPES: Readonly<Record<string, (words: Words) => Change>> = {
  bridge: (words) => {
    const further = readBridgeWords(words);
    return (index, settings) => setBridge(index, further, settings);
  },
  bridge_slave: (words) => {
    const further = readBridgePortWords(words);
    return (index, settings) => setBridgePort(index, further, settings);
  },
};

/** Equivalent to: `ip link set $words` */
export function set(given: readonly string[]): Deed {
  const words = new Words(given);
  const { hasType, dev, name, link, index, ...said } = readLinkWords(words);
  // With nothing but a new name, `ip` takes that for the device's, and then has nothing to change
  if (dev === undefined || link !== undefined || index !== undefined) throw new NotOurs();
  const change = hasType ? words.entryOf(TYPES)(words) : setLink;
  return (socket) => {
    using opened = new DisposableStack();
    const settings = settingsOf(socket, opened, said);
    socket.run(change(indexOf(socket, dev), { ...settings, ...(name !== undefined && name !== dev && { name }) }));
    if (settings.state === "up") settleLink(socket, name ?? dev);
    return DONE;
  };
}
