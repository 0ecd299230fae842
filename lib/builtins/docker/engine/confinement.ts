import type { Command } from "./command.ts";

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

/** A command line with nothing but its own environment and a container's capabilities: setpriv(1), env(1) */
export function confined({ command, environment, workingFolder }: Command): readonly string[] {
  const capabilities = ["-all", ...CAPABILITIES.map((name) => `+${name}`)].join(",");
  const setpriv = ["setpriv", `--bounding-set=${capabilities}`, "--inh-caps=-all", "--"];
  // A shell has its jobs in the background ignore Ctrl-C, which they would pass on
  const env = ["env", "--default-signal", "--ignore-environment", `--chdir=${workingFolder}`, ...environment];
  return [...setpriv, ...env, ...command];
}

/** The same, with the terminal that it is started on as its own: setsid(1) */
export function onTerminal(command: Command): readonly string[] {
  return ["setsid", "--ctty", ...confined(command)];
}
