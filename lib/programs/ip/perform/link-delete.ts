import { deleteLink } from "../../../netlink/links/delete-link.ts";
import type { Parsed } from "../../parse.ts";
import { NotOurs, strictly } from "../../strict.ts";
import { KIND, KINDS } from "../link-kinds.ts";
import { LINK_NAME } from "../link-parameters.ts";
import { indexOf } from "./link-settings.ts";
import type { Performance } from "../../performance.ts";

/** Equivalent to: `ip link delete $words` */
export function performLinkDelete(parsed: Parsed): Performance {
  const { dev, kind } = strictly(parsed, { dev: LINK_NAME, kind: KIND });
  // The kernel ignores the kind; a line with an unknown one is left to the real `ip`
  if (dev === undefined || (kind !== undefined && !Object.hasOwn(KINDS, kind))) throw new NotOurs();
  if (parsed.inner !== null) strictly(parsed.inner, {});
  return (socket) => void socket.run(deleteLink(indexOf(socket, dev)));
}
