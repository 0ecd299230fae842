import type { Commands } from "../commands.ts";
import { add, attach, remove } from "./change.ts";

/** The commands of `ip netns`, in the order in which do_netns() of ip/ipnetns.c looks for them */
export const NETNS_COMMANDS: Commands = {
  list: null,
  show: null,
  lst: null,
  "list-id": null,
  help: null,
  add,
  set: null,
  delete: remove,
  identify: null,
  pids: null,
  exec: null,
  monitor: null,
  attach,
};
