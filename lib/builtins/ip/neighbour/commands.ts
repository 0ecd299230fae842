import type { Commands } from "../commands.ts";
import { add, change, remove, replace } from "./change.ts";
import { show } from "./show.ts";

/** The commands of `ip neighbour`, in the order in which do_ipneigh() of ip/ipneigh.c looks for them */
export const NEIGHBOUR_COMMANDS: Commands = {
  add,
  change,
  chg: change,
  replace,
  delete: remove,
  get: null,
  show,
  lst: show,
  list: show,
  flush: null,
  help: null,
};
