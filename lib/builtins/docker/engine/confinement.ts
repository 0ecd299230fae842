import type { Command } from "./command.ts";
import type { ContainerSettings } from "./container.ts";

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
] as const;

/** What decides how much a container's programs may do */
type Privileges = Pick<ContainerSettings, "privileged">;

/** A command line with nothing but its own environment and a container's capabilities: setpriv(1), env(1) */
export function confined(
  { command, environment, workingFolder }: Command,
  { privileged }: Privileges,
): readonly string[] {
  // With --privileged all that the host has
  const capabilities = privileged ? "+all" : ["-all", ...CAPABILITIES.map((name) => `+${name}`)].join(",");
  const setpriv = ["setpriv", `--bounding-set=${capabilities}`, "--inh-caps=-all", "--"];
  // A shell has its jobs in the background ignore Ctrl-C, which they would pass on
  const env = ["env", "--default-signal", "--ignore-environment", `--chdir=${workingFolder}`, ...environment];
  return [...setpriv, ...env, ...command];
}

/** The same, with the terminal that it is started on as its own: setsid(1) */
export function onTerminal(command: Command, privileges: Privileges): readonly string[] {
  return ["setsid", "--ctty", ...confined(command, privileges)];
}
