import type { Pipeline } from "./node.ts";
import type { TokenStream } from "./token-stream.ts";

/** Names of the visible variables, the innermost last */
export type Scope = string[];

/** Parses `$x :=`, `$x =` or, in a range, `$i, $x :=` at the start of a pipeline */
export function parseTarget(
  tokens: TokenStream,
  scope: Scope,
  context: string,
): Pick<Pipeline, "variables" | "declares"> {
  const variables: string[] = [];
  for (;;) {
    const mark = tokens.mark();
    if (tokens.peekNonSpace().kind !== "variable") return { variables, declares: false };
    const { text } = tokens.next();
    const follower = tokens.peekNonSpace();
    if (follower.kind === "declare" || follower.kind === "assign") {
      tokens.next();
      scope.push(text);
      return {
        variables: [...variables, text],
        declares: follower.kind === "declare",
      };
    }
    if (follower.text !== ",") {
      tokens.rewind(mark);
      return { variables, declares: false };
    }
    tokens.next();
    scope.push(text);
    variables.push(text);
    if (context !== "range" || variables.length > 1) throw tokens.failure(`too many declarations in ${context}`);
  }
}
