/** The options of `docker rm` */
export const RM_OPTIONS = [
  { long: "force", short: "f", kind: "switch", help: "Force the removal of a running container (uses SIGKILL)" },
  { long: "link", short: "l", kind: "switch", help: "Remove the specified link" },
  { long: "volumes", short: "v", kind: "switch", help: "Remove anonymous volumes associated with the container" },
] as const;
