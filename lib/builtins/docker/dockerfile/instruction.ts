/**
 * The Dockerfile instructions that the embedded engine knows.
 *
 * @module
 */

/** An instruction with its whole text */
export interface Instruction {
  /** The instruction in one line, as `docker build` prints it */
  readonly text: string;
  readonly does: Deed;
}

/** A subset of Docker's instructions. Values may contain variables, which only the build knows */
export type Deed =
  | { readonly kind: "FROM"; readonly image: string }
  | { readonly kind: "RUN"; readonly command: readonly string[] }
  | { readonly kind: "CMD"; readonly command: readonly string[] }
  | { readonly kind: "EXPOSE"; readonly ports: readonly string[] }
  | { readonly kind: "ENV"; readonly variables: readonly Variable[] };

/** A variable set by `ENV`, as written */
export interface Variable {
  readonly name: string;
  readonly value: string;
}
