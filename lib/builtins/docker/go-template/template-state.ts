import type { JsonValue } from "./values/json-value.ts";
import type { Command, Operand } from "./node.ts";
import { nodeText } from "./node.ts";
import type { TemplateFailure } from "./template-failure.ts";
import { failedAt } from "./template-failure.ts";

/** A variable of a template */
interface Variable {
  readonly name: string;
  value: JsonValue;
}

/** The state of evaluating a template: its variables, and the node to report errors at */
export class State {
  readonly #source: string;
  readonly #variables: Variable[];
  #node: { readonly position: number; readonly text: string } = {
    position: 0,
    text: "",
  };

  constructor(source: string, document: JsonValue) {
    this.#source = source;
    this.#variables = [{ name: "$", value: document }];
  }

  /** Notes the current node: Go reports an error at the node noted last, and so does this */
  at(node: Operand | Command): void {
    this.#node = { position: node.position, text: nodeText(node) };
  }

  /** Returns a failure at the node noted last */
  failure(reason: string): TemplateFailure {
    return failedAt(this.#source, this.#node.position, this.#node.text, reason);
  }

  /** Returns the number of visible variables, for {@link State.forgetFrom}. */
  mark(): number {
    return this.#variables.length;
  }

  /** Drops the variables declared since a mark */
  forgetFrom(mark: number): void {
    this.#variables.length = mark;
  }

  /** Declares a variable, which hides an outer one of the same name */
  declare(name: string, value: JsonValue): void {
    this.#variables.push({ name, value });
  }

  /**
   * Assigns a variable.
   *
   * @throws {TemplateFailure} if there is none of this name.
   */
  assign(name: string, value: JsonValue): void {
    this.#find(name).value = value;
  }

  /**
   * Returns a variable's value.
   *
   * @throws {TemplateFailure} if there is none of this name.
   */
  variable(name: string): JsonValue {
    return this.#find(name).value;
  }

  #find(name: string): Variable {
    const variable = this.#variables.findLast((candidate) => candidate.name === name);
    if (variable === undefined) throw this.failure(`undefined variable: ${name}`);
    return variable;
  }
}
