import type { Commands } from "../commands.ts";
import { add, remove } from "./change.ts";

/** The commands of `ip address`, in the order in which do_ipaddr() of ip/ipaddress.c looks for them */
export const ADDRESS_COMMANDS: Commands = {
  add,
  change: null,
  chg: null,
  replace: null,
  delete: remove,
  show: null,
  lst: null,
  list: null,
  flush: null,
  save: null,
  showdump: null,
  restore: null,
  help: null,
};
