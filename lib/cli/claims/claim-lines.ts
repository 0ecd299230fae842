/**
 * Formats the table of statements for people.
 *
 * @module
 */
import { SECTIONS } from "../../article/sections.ts";
import type { CheckedStatement, RecipeCheck, Result } from "./statement.ts";

/** The symbol before a check */
const MARKS: Readonly<Record<Result, string>> = { holds: "✓", fails: "✗", "not reached": "–", "not run": "·" };

/** The width of the last statement's number */
const NUMBER_WIDTH = 3;

/** Formats statements by section, and counts them by result */
export function claimLines(statements: readonly CheckedStatement[]): readonly string[] {
  const names = statements.flatMap(({ checks }) => checks.map(({ recipe }) => recipe.length));
  const width = Math.max(0, ...names);
  const sections = SECTIONS.flatMap(({ title }) => [
    title,
    ...statements.filter(({ section }) => section === title).flatMap((statement) => statementLines(statement, width)),
    "",
  ]);
  return [...sections, ...summary(statements)];
}

function statementLines({ number, says, checks, reason }: CheckedStatement, width: number): readonly string[] {
  const indent = " ".repeat(NUMBER_WIDTH + 2);
  const told = checks.map((check) => `${indent}${checkText(check, width)}`);
  if (reason !== null) told.push(`${indent}no check: ${reason}`);
  if (told.length === 0) told.push(`${indent}no check yet`);
  return [`${String(number).padStart(NUMBER_WIDTH)}  ${says}`, ...told];
}

function checkText({ recipe, name, result }: RecipeCheck, width: number): string {
  const ending = result === "not reached" || result === "fails" ? ` (${result})` : "";
  return `${MARKS[result]} ${recipe.padEnd(width)}  ${name}${ending}`;
}

function summary(statements: readonly CheckedStatement[]): readonly string[] {
  const checks = statements.flatMap((statement) => statement.checks);
  const recipes = new Set(checks.map(({ recipe }) => recipe));
  const checked = statements.filter((statement) => statement.checks.length > 0);
  const reasoned = statements.filter(({ checks: { length }, reason }) => length === 0 && reason !== null);
  const open = statements.length - checked.length - reasoned.length;
  const count = (result: Result) => checks.filter((check) => check.result === result).length;
  return [
    `${statements.length} statements: ${checked.length} have checks (${checks.length} checks in ${recipes.size} recipes), ${reasoned.length} have none, for a reason${open === 0 ? "" : `, ${open} have none yet`}`,
    count("not run") === checks.length
      ? "no check was run: wirework claims --run runs them"
      : `checks: ${count("holds")} passed, ${count("fails")} failed, ${count("not reached")} not reached`,
  ];
}
