import { CAPABILITIES as ALL, type Capability } from "../../../../netlink/process/capabilities.ts";
import type { Command } from "./container-command.ts";
import type { ContainerSettings } from "../container.ts";

/**
 * The capabilities that Docker leaves to a container's root: none for networks, mounts or modules.
 * capabilities(7)
 */
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

/**
 * Capabilities that even a privileged container lacks, because they concern the whole machine and no
 * namespace. user_namespaces(7)
 */
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

/** Capabilities in setpriv(1)'s notation */
const DEFAULT_SET = ["-all", ...CAPABILITIES.map((name) => `+${name}`)].join(",");
const PRIVILEGED_SET = ["+all", ...MACHINE_WIDE.map((name) => `-${name}`)].join(",");

/** The settings that determine a container's privileges */
type Privileges = Pick<ContainerSettings, "privileged">;

/** Returns the capabilities of a container's programs */
export function capabilitiesOf({ privileged }: Privileges): ReadonlySet<Capability> {
  const left = new Set<Capability>(privileged ? ALL : CAPABILITIES);
  if (privileged) for (const name of MACHINE_WIDE) left.delete(name);
  return left;
}

/** Returns a command line with a given environment and a container's capabilities: setpriv(1), env(1) */
export function confined(
  { command, environment, workingFolder }: Command,
  { privileged }: Privileges,
): readonly string[] {
  const capabilities = privileged ? PRIVILEGED_SET : DEFAULT_SET;
  const setpriv = ["setpriv", `--bounding-set=${capabilities}`, "--inh-caps=-all", "--"];
  // A shell makes its background jobs ignore Ctrl-C, and they would pass that on
  const env = ["env", "--default-signal", "--ignore-environment", `--chdir=${workingFolder}`, ...environment];
  return [...setpriv, ...env, ...command];
}

/** Returns one that also takes its terminal as the controlling one: setsid(1) */
export function onTerminal(command: Command, privileges: Privileges): readonly string[] {
  return ["setsid", "--ctty", ...confined(command, privileges)];
}
