import type { HostKind } from "../hosts/host-kind.ts";
import { brctl } from "./brctl/brctl.ts";
import type { Builtin } from "./builtin.ts";
import { docker } from "./docker/docker.ts";
import { ip } from "./ip/ip.ts";
import { ipconfig } from "./ipconfig/ipconfig.ts";
import { isLeftToReal } from "./left-to-real.ts";
import { diagnoseDockerd, DOCKERD } from "./service/dockerd.ts";
import type { Diagnosis } from "./service/elsewhere.ts";
import { diagnoseEmbedded, EMBEDDED } from "./service/embedded.ts";
import { machineService } from "./service/machine.ts";
import { serviceOf } from "./service/service.ts";
import { sudo } from "./sudo/sudo.ts";

/** The builtins on each kind of host, by name */
export const BUILTINS: Readonly<Record<HostKind, Readonly<Record<string, Builtin>>>> = {
  sandbox: { brctl, docker, ip, ipconfig, service: serviceOf(EMBEDDED), sudo },
  docker: { brctl, ip, ipconfig, service: serviceOf(DOCKERD), sudo },
  host: { brctl, ip, service: machineService, sudo },
};

/**
 * Returns the builtins that replace programs on a kind of host: all, or those that have no real program to be left to.
 *
 * @throws {BadValue} when `WIREWORK_BUILTINS` is neither `on` nor `off`
 */
export function builtinsOn(kind: HostKind): Readonly<Record<string, Builtin>> {
  return Object.fromEntries(Object.entries(BUILTINS[kind]).filter(([name]) => !isLeftToReal(name)));
}

/** Finds the cause of a failure on each kind of host, from more than its message; `null` when it is unknown */
export const DIAGNOSES: Readonly<Record<HostKind, (words: string) => Diagnosis | null>> = {
  sandbox: diagnoseEmbedded,
  docker: diagnoseDockerd,
  host: () => null,
};
