import type { Commands } from "../commands.ts";
import { add, remove } from "./change.ts";
import { show } from "./show.ts";

/** The commands of `ip rule`, in the order in which do_iprule() of ip/iprule.c looks for them */
export const RULE_COMMANDS: Commands = {
  list: show,
  lst: show,
  show,
  save: null,
  restore: null,
  add,
  delete: remove,
  flush: null,
  help: null,
};
