import type { Commands } from "../commands.ts";
import { add, remove, replace } from "./change.ts";

/** The commands of `ip route`, in the order in which do_iproute() of ip/iproute.c looks for them */
export const ROUTE_COMMANDS: Commands = {
  list: null,
  show: null,
  lst: null,
  get: null,
  add,
  change: null,
  chg: null,
  replace,
  prepend: null,
  append: null,
  test: null,
  delete: remove,
  flush: null,
  save: null,
  restore: null,
  showdump: null,
  help: null,
};
