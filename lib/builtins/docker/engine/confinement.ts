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

/** The beginning of a command line that runs the rest with a container's capabilities, setpriv(1) */
export function confinement(): readonly string[] {
  const capabilities = ["-all", ...CAPABILITIES.map((name) => `+${name}`)].join(",");
  return ["setpriv", `--bounding-set=${capabilities}`, "--inh-caps=-all", "--"];
}
