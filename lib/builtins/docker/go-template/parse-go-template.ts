import type { Statement } from "./node.ts";
import type { Scope } from "./parse-target.ts";
import { parsePipeline } from "./parse-pipeline.ts";
import type { Token } from "./token.ts";
import { TokenStream } from "./token-stream.ts";

/** The word that ends a list of statements */
type Terminator = "end" | "else";

/** A list of statements and the word that ended it */
interface Block {
  readonly statements: readonly Statement[];
  readonly terminator: Terminator;
}

/** The parser's state: the tokens, the visible variables, and the depth of ranges */
interface Parse {
  readonly tokens: TokenStream;
  readonly scope: Scope;
  ranges: number;
}

/**
 * Parses a template into statements. Source: Go 1.19, `text/template/parse/parse.go`, without `define`,
 * `template` and `block`.
 *
 * @throws {TemplateFailure} for an invalid template, with the line and Go's reason.
 */
export function parseTemplate(source: string): readonly Statement[] {
  const tokens = new TokenStream(source);
  const parse: Parse = { tokens, scope: ["$"], ranges: 0 };
  const statements: Statement[] = [];
  while (tokens.peek().kind !== "end") {
    const statement = parseStatement(parse);
    if (isTerminator(statement)) throw tokens.failure(`unexpected {{${statement}}}`);
    statements.push(statement);
  }
  return statements;
}

function isTerminator(statement: Statement | Terminator): statement is Terminator {
  return typeof statement === "string";
}

function parseStatement(parse: Parse): Statement | Terminator {
  const { tokens } = parse;
  const token = tokens.next();
  if (token.kind === "text") return { type: "text", text: token.text };
  if (token.kind !== "open") throw tokens.unexpected(token, "input");
  tokens.openAction(token);
  const word = tokens.peekNonSpace();
  if (word.kind !== "keyword") {
    return {
      type: "action",
      pipeline: parsePipeline(tokens, parse.scope, "command", "close"),
    };
  }
  tokens.next();
  return parseKeyword(parse, word);
}

function parseKeyword(parse: Parse, { text }: Token): Statement | Terminator {
  switch (text) {
    case "if":
    case "with":
    case "range":
      return parseBranch(parse, text);
    case "else":
      if (startsIf(parse)) return "else";
      expectClose(parse, text);
      return text;
    case "end":
      expectClose(parse, text);
      return text;
    case "break":
    case "continue":
      expectClose(parse, text);
      if (parse.ranges === 0) throw parse.tokens.failure(`{{${text}}} outside {{range}}`);
      return { type: text };
    default:
      throw parse.tokens.failure(`{{${text}}} is not among the actions that this docker evaluates`);
  }
}

/** Reports whether an `else if` continues here */
function startsIf({ tokens }: Parse): boolean {
  const { kind, text } = tokens.peekNonSpace();
  return kind === "keyword" && text === "if";
}

function expectClose({ tokens }: Parse, context: string): void {
  const token = tokens.nextNonSpace();
  if (token.kind !== "close") throw tokens.unexpected(token, context);
}

function parseBranch(parse: Parse, type: "if" | "with" | "range"): Statement {
  const { tokens, scope } = parse;
  const variables = scope.length;
  const pipeline = parsePipeline(tokens, scope, type, "close");
  if (type === "range") parse.ranges++;
  const body = parseBlock(parse);
  if (type === "range") parse.ranges--;
  const otherwise = body.terminator === "else" ? parseElse(parse, type) : [];
  scope.length = variables;
  return { type, pipeline, body: body.statements, otherwise };
}

function parseElse(parse: Parse, type: "if" | "with" | "range"): readonly Statement[] {
  const { tokens } = parse;
  if (startsIf(parse)) {
    const word = tokens.next();
    if (type !== "if") throw tokens.unexpected(word, "input");
    return [parseBranch(parse, "if")];
  }
  const { statements, terminator } = parseBlock(parse);
  if (terminator !== "end") throw tokens.failure(`expected end; found {{${terminator}}}`);
  return statements;
}

function parseBlock(parse: Parse): Block {
  const statements: Statement[] = [];
  while (parse.tokens.peek().kind !== "end") {
    const statement = parseStatement(parse);
    if (isTerminator(statement)) return { statements, terminator: statement };
    statements.push(statement);
  }
  throw parse.tokens.failure("unexpected EOF");
}
