import { templateFunction } from "./template-functions.ts";
import { parseLiteral } from "./parse-literal.ts";
import type { Scope } from "./parse-target.ts";
import { parseTarget } from "./parse-target.ts";
import type { Command, Operand, Pipeline } from "./node.ts";
import { nodeText } from "./node.ts";
import type { TokenStream } from "./token-stream.ts";
import type { Token, TokenKind } from "./token.ts";

const NOT_A_STAGE: ReadonlySet<Operand["type"]> = new Set(["boolean", "dot", "nil", "number", "string"]);
const NO_FIELDS: ReadonlySet<Operand["type"]> = new Set(["boolean", "string", "number", "nil", "dot"]);

/** Parses a pipeline up to `}}` or `)`; its variables are added to `scope` */
export function parsePipeline(tokens: TokenStream, scope: Scope, context: string, end: TokenKind): Pipeline {
  const { position } = tokens.peekNonSpace();
  const { variables, declares } = parseTarget(tokens, scope, context);
  const commands: Command[] = [];
  while (tokens.peekNonSpace().kind !== end) {
    const token = tokens.peek();
    if (!startsOperand(token)) throw tokens.unexpected(tokens.next(), context);
    commands.push(parseCommand(tokens, scope));
  }
  tokens.next();
  if (commands.length === 0) throw tokens.failure(`missing value for ${context}`);
  const wrong = commands.findIndex(({ operands }, index) => index > 0 && NOT_A_STAGE.has(operands[0]?.type ?? "nil"));
  if (wrong !== -1) throw tokens.failure(`non executable command in pipeline stage ${wrong + 1}`);
  return { type: "pipeline", position, variables, declares, commands };
}

function startsOperand({ kind }: Token): boolean {
  switch (kind) {
    case "boolean":
    case "character":
    case "dot":
    case "field":
    case "identifier":
    case "nil":
    case "number":
    case "openParenthesis":
    case "string":
    case "variable":
      return true;
    default:
      return false;
  }
}

function parseCommand(tokens: TokenStream, scope: Scope): Command {
  const { position } = tokens.peekNonSpace();
  const operands: Operand[] = [];
  for (;;) {
    if (startsOperand(tokens.peekNonSpace())) operands.push(parseOperand(tokens, scope));
    const { kind } = tokens.peek();
    if (kind === "close" || kind === "closeParenthesis") break;
    const token = tokens.next();
    if (token.kind === "pipe") break;
    if (token.kind !== "space") throw tokens.unexpected(token, "operand");
  }
  return { type: "command", position, operands };
}

/** Parses a term and the fields after it: `.A.B`, `$x.B`, `(index .L 0).B`. */
function parseOperand(tokens: TokenStream, scope: Scope): Operand {
  const term = parseTerm(tokens, scope);
  if (tokens.peek().kind !== "field") return term;
  if (NO_FIELDS.has(term.type)) throw tokens.failure(`unexpected . after term ${JSON.stringify(nodeText(term))}`);
  const { position } = tokens.peek();
  const fields: string[] = [];
  while (tokens.peek().kind === "field") fields.push(tokens.next().text.slice(1));
  if (term.type === "field") return { type: "field", fields: [...term.fields, ...fields], position };
  if (term.type === "variable") return { type: "variable", name: term.name, fields, position };
  return { type: "chain", operand: term, fields, position };
}

function parseTerm(tokens: TokenStream, scope: Scope): Operand {
  const token = tokens.next();
  const { text, position } = token;
  switch (token.kind) {
    case "dot":
    case "nil":
      return { type: token.kind, position };
    case "boolean":
      return { type: "boolean", value: text === "true", text, position };
    case "field":
      return { type: "field", fields: [text.slice(1)], position };
    case "variable":
      if (!scope.includes(text)) throw tokens.failure(`undefined variable ${JSON.stringify(text)}`);
      return { type: "variable", name: text, fields: [], position };
    case "identifier":
      if (templateFunction(text) === undefined) throw tokens.failure(`function ${JSON.stringify(text)} not defined`);
      return { type: "function", name: text, position };
    case "openParenthesis":
      return parsePipeline(tokens, scope, "parenthesized pipeline", "closeParenthesis");
    default:
      return parseLiteral(tokens, token);
  }
}
