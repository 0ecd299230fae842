import { evaluate } from "./go-template/evaluate.ts";
import type { JsonValue } from "./go-template/values/json-value.ts";
import { parseTemplate } from "./go-template/parse-go-template.ts";

/**
 * Compiles a Go template that renders documents, as `docker inspect -f` does with its documents of containers.
 * Equivalent to: `docker inspect -f TEMPLATE CONTAINER`, without the newline at the end.
 *
 * The actions are `if`, `else`, `range`, `with`, `break` and `continue`; the functions those of Go's text/template (but
 * `call`, `html`, `js` and `urlquery`) and docker's own. A JSON number with no fraction is an `int`, an object a map with
 * string keys, and a field that isn't there an error, as in the client's second, untyped try (docker/cli 20.10,
 * `cli/command/inspect/inspector.go`).
 *
 * @throws {TemplateFailure} in Docker's words, with the status that `docker inspect` ends with: 64 at once when it can't be
 * read, 1 when it fails on a document.
 * @example
 * ```ts
 * import { compileTemplate } from "./go-template.ts";
 * import { expect } from "bun:test";
 *
 * expect(compileTemplate("{{.State.Pid}}")({ State: { Pid: 2989 } })).toBe("2989");
 * ```
 */
export function compileTemplate(template: string): (document: JsonValue) => string {
  const nodes = parseTemplate(template);
  return (document) => evaluate(template, nodes, document);
}
