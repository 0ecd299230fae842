import type { Commands } from "../commands.ts";
import { add, attach, remove } from "./change.ts";
import { exec } from "./exec.ts";
import { identify, pids } from "./processes.ts";
import { list } from "./show.ts";

/** The commands of `ip netns`, in the order in which do_netns() of ip/ipnetns.c looks for them */
export const NETNS_COMMANDS: Commands = {
  list,
  show: list,
  lst: list,
  "list-id": null,
  help: null,
  add,
  set: null,
  delete: remove,
  identify,
  pids,
  exec,
  monitor: null,
  attach,
};
