/** The hosts that recipes run on, and what a sentence calls them */
export const HOST_KINDS = {
  /** With our own engine */
  sandbox: "sandbox",
  /** With a private `dockerd` */
  docker: "Docker host",
} as const;

/** One of them, as in `--on docker` */
export type HostKind = keyof typeof HOST_KINDS;
