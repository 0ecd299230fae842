/** An operand of a template; `position` is its string index in the template */
export type Operand =
  | Pipeline
  | ({ readonly position: number } & (
      | { readonly type: "dot" | "nil" }
      | {
          readonly type: "boolean";
          readonly value: boolean;
          readonly text: string;
        }
      | {
          readonly type: "number";
          readonly value: number;
          readonly text: string;
        }
      | {
          readonly type: "string";
          readonly value: string;
          readonly text: string;
        }
      | { readonly type: "function"; readonly name: string }
      | { readonly type: "field"; readonly fields: readonly string[] }
      | {
          readonly type: "variable";
          readonly name: string;
          readonly fields: readonly string[];
        }
      | {
          readonly type: "chain";
          readonly operand: Operand;
          readonly fields: readonly string[];
        }
    ));

/** An operand with its arguments: `index .Ports 0`. */
export interface Command {
  readonly type: "command";
  readonly position: number;
  readonly operands: readonly Operand[];
}

/** Commands joined by `|`; the value is assigned to the variables before `:=` (`declares`) or `=` */
export interface Pipeline {
  readonly type: "pipeline";
  readonly position: number;
  readonly variables: readonly string[];
  readonly declares: boolean;
  readonly commands: readonly Command[];
}

/** A part of a template's body */
export type Statement =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "action"; readonly pipeline: Pipeline }
  | { readonly type: "break" | "continue" }
  | {
      readonly type: "if" | "with" | "range";
      readonly pipeline: Pipeline;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    };

/** Formats a node as Go's error messages do */
export function nodeText(node: Operand | Command): string {
  switch (node.type) {
    case "dot":
      return ".";
    case "nil":
      return "nil";
    case "boolean":
    case "number":
    case "string":
      return node.text;
    case "function":
      return node.name;
    case "field":
      return `.${node.fields.join(".")}`;
    case "variable":
      return [node.name, ...node.fields].join(".");
    case "chain":
      return [argumentText(node.operand), ...node.fields].join(".");
    case "pipeline":
      return pipelineText(node);
    case "command":
      return node.operands.map(argumentText).join(" ");
  }
}

function argumentText(node: Operand): string {
  return node.type === "pipeline" ? `(${nodeText(node)})` : nodeText(node);
}

function pipelineText({ variables, declares, commands }: Pipeline): string {
  const target = variables.length === 0 ? "" : `${variables.join(", ")} ${declares ? ":=" : "="} `;
  return target + commands.map(nodeText).join(" | ");
}
