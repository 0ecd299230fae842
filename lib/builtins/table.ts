import { brctl } from "./brctl/brctl.ts";
import type { Builtin } from "./builtin.ts";
import { docker } from "./docker/docker.ts";
import { service } from "./service/service.ts";
import { sudo } from "./sudo/sudo.ts";

/** The programs that we answer ourselves in a sandbox, by name */
export const SANDBOX_BUILTINS: Readonly<Record<string, Builtin>> = {
  brctl,
  docker,
  service,
  sudo,
};
