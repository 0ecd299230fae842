/** Throw-away hosts, made for one run, with the word for each in a sentence */
export const THROW_AWAY_KINDS = {
  /** A sandbox, with the embedded engine */
  sandbox: "sandbox",
  /** A host with a private `dockerd` */
  docker: "Docker host",
} as const;

/** All hosts that recipes run on, with the word for each in a sentence */
export const HOST_KINDS = {
  ...THROW_AWAY_KINDS,
  /** The machine itself, with its own Docker */
  host: "machine",
} as const;

/** A throw-away host */
export type ThrowAwayKind = keyof typeof THROW_AWAY_KINDS;

/** The value of `--on`, as in `--on docker` */
export type HostKind = keyof typeof HOST_KINDS;
