import type { Commands } from "../commands.ts";
import { add } from "./add.ts";
import { remove } from "./delete.ts";
import { set } from "./set.ts";

/** The commands of `ip link`, in the order in which do_iplink() of ip/iplink.c looks for them */
export const LINK_COMMANDS: Commands = {
  add,
  set,
  change: set,
  replace: null,
  delete: remove,
  show: null,
  lst: null,
  list: null,
  xstats: null,
  afstats: null,
  property: null,
  help: null,
};
