import { evaluate } from "./go-template/evaluate.ts";
import type { JsonValue } from "./go-template/json-value.ts";
import { parseTemplate } from "./go-template/parse.ts";

export { TemplateFailure } from "./go-template/template-failure.ts";

/**
 * Renders a Go template over a document, as `docker inspect -f` does over what it knows about a container.
 * Equivalent to: `docker inspect -f TEMPLATE CONTAINER`, without the newline at the end.
 *
 * The actions are `if`, `else`, `range`, `with`, `break` and `continue`; the functions those of Go's text/template (but
 * `call`, `html`, `js` and `urlquery`) and docker's own. A JSON number with no fraction is an `int`, an object a map with
 * string keys, and a field that isn't there an error, as in the client's second, untyped try (docker/cli 20.10,
 * `cli/command/inspect/inspector.go`).
 *
 * @throws {TemplateFailure} in Docker's words, with the status that `docker inspect` ends with.
 * @example
 * ```ts
 * import { renderTemplate } from "./go-template.ts";
 * import { expect } from "bun:test";
 *
 * expect(renderTemplate("{{.State.Pid}}", { State: { Pid: 2989 } })).toBe("2989");
 * ```
 */
export function renderTemplate(template: string, document: JsonValue): string {
  return evaluate(template, parseTemplate(template), document);
}
