/** The hosts that are made for a run and thrown away after it, and what a sentence calls them */
export const THROW_AWAY_KINDS = {
  /** With our own engine */
  sandbox: "sandbox",
  /** With a private `dockerd` */
  docker: "Docker host",
} as const;

/** The hosts that recipes run on, and what a sentence calls them */
export const HOST_KINDS = {
  ...THROW_AWAY_KINDS,
  /** This machine itself, with its own Docker */
  host: "machine",
} as const;

/** A throw-away host */
export type ThrowAwayKind = keyof typeof THROW_AWAY_KINDS;

/** One of them, as in `--on docker` */
export type HostKind = keyof typeof HOST_KINDS;
