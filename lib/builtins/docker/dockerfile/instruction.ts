/**
 * What a Dockerfile can say to the embedded engine.
 *
 * @module
 */

/** A line of a Dockerfile, whole */
export interface Instruction {
  /** As `docker build` prints it: in one line */
  readonly text: string;
  readonly does: Deed;
}

/** A part of the instructions that Docker has. Values may have variables in them, which only the build knows */
export type Deed =
  | { readonly kind: "FROM"; readonly image: string }
  | { readonly kind: "RUN"; readonly command: readonly string[] }
  | { readonly kind: "CMD"; readonly command: readonly string[] }
  | { readonly kind: "EXPOSE"; readonly ports: readonly string[] }
  | { readonly kind: "ENV"; readonly variables: readonly Variable[] };

/** A variable that `ENV` sets, as it is written */
export interface Variable {
  readonly name: string;
  readonly value: string;
}
