import { CAPABILITIES as ALL, type Capability } from "../../../../netlink/process/capabilities.ts";
import type { Command } from "./command.ts";
import type { ContainerSettings } from "../container.ts";

/** What Docker leaves to a container's root: nothing about networks, mounts or modules. capabilities(7) */
const CAPABILITIES = [
  "chown",
  "dac_override",
  "fowner",
  "fsetid",
  "kill",
  "setgid",
  "setuid",
  "setpcap",
  "net_bind_service",
  "net_raw",
  "sys_chroot",
  "mknod",
  "audit_write",
  "setfcap",
] as const satisfies readonly Capability[];

/** What even a privileged one doesn't get: in no namespace, but the whole machine's. user_namespaces(7) */
const MACHINE_WIDE = [
  "audit_control",
  "block_suspend",
  "mac_admin",
  "mac_override",
  "sys_boot",
  "sys_module",
  "sys_pacct",
  "sys_rawio",
  "sys_time",
  "syslog",
  "wake_alarm",
] as const satisfies readonly Capability[];

/** As setpriv(1) takes them */
const DEFAULT_SET = ["-all", ...CAPABILITIES.map((name) => `+${name}`)].join(",");
const PRIVILEGED_SET = ["+all", ...MACHINE_WIDE.map((name) => `-${name}`)].join(",");

/** What decides how much a container's programs may do */
type Privileges = Pick<ContainerSettings, "privileged">;

/** What a container's programs may do */
export function capabilitiesOf({ privileged }: Privileges): ReadonlySet<Capability> {
  const left = new Set<Capability>(privileged ? ALL : CAPABILITIES);
  if (privileged) for (const name of MACHINE_WIDE) left.delete(name);
  return left;
}

/** A command line with nothing but its own environment and a container's capabilities: setpriv(1), env(1) */
export function confined(
  { command, environment, workingFolder }: Command,
  { privileged }: Privileges,
): readonly string[] {
  const capabilities = privileged ? PRIVILEGED_SET : DEFAULT_SET;
  const setpriv = ["setpriv", `--bounding-set=${capabilities}`, "--inh-caps=-all", "--"];
  // A shell has its jobs in the background ignore Ctrl-C, which they would pass on
  const env = ["env", "--default-signal", "--ignore-environment", `--chdir=${workingFolder}`, ...environment];
  return [...setpriv, ...env, ...command];
}

/** The same, with the terminal that it is started on as its own: setsid(1) */
export function onTerminal(command: Command, privileges: Privileges): readonly string[] {
  return ["setsid", "--ctty", ...confined(command, privileges)];
}
