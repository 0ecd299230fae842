import { setBridgePort } from "../../../netlink/bridge-ports/set-bridge-port.ts";
import type { LinkSettings } from "../../../netlink/links/link-settings.ts";
import { setBridge } from "../../../netlink/links/set-bridge.ts";
import { setLink } from "../../../netlink/links/set-link.ts";
import { settleLink } from "../../../netlink/links/settle-link.ts";
import type { Request } from "../../../netlink/rtnetlink/message.ts";
import type { Parsed } from "../../parse.ts";
import { NotOurs, strictly } from "../../strict.ts";
import { BRIDGE_OPTIONS, PORT_OPTIONS } from "../bridge-words.ts";
import { KIND } from "../link-kinds.ts";
import { LINK_NAME, NEW_NAME, SETTINGS } from "../link-parameters.ts";
import { indexOf, settingsOf } from "./link-settings.ts";
import type { Performance } from "../../performance.ts";

const SET = { ...SETTINGS, dev: LINK_NAME, newName: NEW_NAME, kind: KIND };

/** Equivalent to: `ip link set $words` */
export function performLinkSet(parsed: Parsed): Performance {
  const { dev, newName, kind, ...said } = strictly(parsed, SET);
  // With nothing but a new name, ip uses that as the device's name, and then has nothing to change
  if (dev === undefined) throw new NotOurs();
  const change = changeOf(kind, parsed.inner);
  const name = newName === undefined || newName === dev ? {} : { name: newName };
  return (socket) => {
    using opened = new DisposableStack();
    const settings = settingsOf(socket, opened, { ...said, ...name });
    socket.run(change(indexOf(socket, dev), settings));
    if (said.state === "up") settleLink(socket, newName ?? dev);
  };
}

/** Returns the request that changes a link with the options after its kind */
function changeOf(kind: string | undefined, inner: Parsed | null): (index: number, beside: LinkSettings) => Request {
  if (kind === undefined || inner === null) return setLink;
  if (kind === "bridge") {
    const options = strictly(inner, BRIDGE_OPTIONS);
    return (index, beside) => setBridge(index, options, beside);
  }
  if (kind !== "bridge_slave") throw new NotOurs();
  const options = strictly(inner, PORT_OPTIONS);
  return (index, beside) => setBridgePort(index, options, beside);
}
