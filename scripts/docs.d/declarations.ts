/**
 * The declarations of a module, as TypeScript writes them into a `.d.ts` file.
 *
 * @module
 */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** A name in a module */
export interface Reference {
  readonly file: string;
  readonly name: string;
}

/** A declaration, or one overload of a function */
export interface Declaration {
  readonly name: string;
  /** The declaration with its docstring */
  readonly text: string;
  /** Identifiers in it, but for those that it introduces: some may be names of its module */
  readonly uses: readonly string[];
}

/** A module's declarations, and its imports and re-exports by name */
export interface DeclaredModule {
  readonly declarations: readonly Declaration[];
  readonly links: ReadonlyMap<string, Reference>;
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.Preserve,
  strict: true,
  stripInternal: true,
};

/**
 * Declares a module from its own text alone, by the rules of TypeScript's `isolatedDeclarations`. That takes milliseconds,
 * where checking the types of the project takes most of a minute.
 *
 * @throws {Error} for a type that is not written down, which only the type checker could infer
 */
export function declaredModule(file: string): DeclaredModule {
  const { outputText, diagnostics = [] } = ts.transpileDeclaration(readFileSync(file, "utf8"), {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: OPTIONS,
    transformers: { afterDeclarations: [protectConstructors] },
  });
  const [problem] = diagnostics;
  if (problem !== undefined) throw new Error(`Cannot declare the types of ${placeOf(problem)}`);
  const { statements } = ts.createSourceFile(file, outputText, ts.ScriptTarget.ESNext, true);
  return {
    declarations: statements.flatMap(declarationsIn),
    links: new Map(statements.flatMap((statement) => linksIn(file, statement))),
  };
}

/** Constructors take parts of the program, which a recipe has none of: it gets its objects from functions */
function protectConstructors(context: ts.TransformationContext): ts.Transformer<ts.SourceFile | ts.Bundle> {
  const { factory } = context;
  const visit = (node: ts.Node): ts.Node =>
    ts.isConstructorDeclaration(node)
      ? factory.createConstructorDeclaration([factory.createModifier(ts.SyntaxKind.ProtectedKeyword)], [], undefined)
      : ts.visitEachChild(node, visit, context);
  return (file) => ts.visitEachChild(file, visit, context);
}

function placeOf({ file, start = 0, messageText }: ts.Diagnostic): string {
  const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
  return `${file?.fileName}:${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
}

function declarationsIn(statement: ts.Statement): readonly Declaration[] {
  const { name } = ts.isVariableStatement(statement)
    ? { name: statement.declarationList.declarations[0]?.name }
    : isNamed(statement)
      ? statement
      : { name: undefined };
  if (name === undefined) return [];
  return [{ name: name.getText(), text: withDocstring(statement), uses: usesIn(statement) }];
}

function isNamed(statement: ts.Statement) {
  return (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  );
}

/** A module's own docstring may stand before that of its first declaration */
function withDocstring(statement: ts.Statement): string {
  const text = statement.getSourceFile().text;
  const comment = ts.getLeadingCommentRanges(text, statement.pos)?.at(-1);
  return text.slice(comment?.pos ?? statement.getStart(), statement.end);
}

function usesIn(node: ts.Node): readonly string[] {
  const uses: string[] = [];
  const visit = (child: ts.Node): void => {
    const isIntroduced = "name" in child.parent && child.parent.name === child;
    if (ts.isIdentifier(child) && !isIntroduced) uses.push(child.text);
    ts.forEachChild(child, visit);
  };
  ts.forEachChild(node, visit);
  return uses;
}

function linksIn(file: string, statement: ts.Statement): readonly (readonly [name: string, Reference])[] {
  const isImport = ts.isImportDeclaration(statement);
  if (!isImport && !ts.isExportDeclaration(statement)) return [];
  const { moduleSpecifier: from } = statement;
  const names = isImport ? statement.importClause?.namedBindings : statement.exportClause;
  if (from === undefined || !ts.isStringLiteral(from) || names === undefined || !("elements" in names)) return [];
  const target = from.text.startsWith(".") ? join(dirname(file), from.text) : from.text;
  return names.elements.map(({ name, propertyName }) => [
    name.text,
    { file: target, name: propertyName?.text ?? name.text },
  ]);
}
