import { DockerFailure } from "../../../programs/docker/failure.ts";

/**
 * Thrown for a template that can't be parsed (exit status 64) or fails on a document (1), in the words of
 * `docker inspect`. Source: docker/cli 20.10, `cli/command/inspect/inspector.go`.
 */
export class TemplateFailure extends DockerFailure {
  override readonly name = "TemplateFailure";

  constructor(reason: string, exitCode: 64 | 1) {
    super(`template parsing error: ${reason}`, exitCode);
  }
}

/** Returns the failure of a template that can't be parsed; `line` counts from 1 */
export function unreadable(line: number, reason: string): TemplateFailure {
  return new TemplateFailure(`template: :${line}: ${reason}`, 64);
}

/**
 * Returns the failure of a node on a document; `position` is a string index into `source`, printed as line
 * and byte column
 */
export function failedAt(source: string, position: number, node: string, reason: string): TemplateFailure {
  const before = source.slice(0, position);
  const line = lineAt(source, position);
  const column = Buffer.byteLength(before.slice(before.lastIndexOf("\n") + 1));
  return new TemplateFailure(`template: :${line}:${column}: executing "" at <${node}>: ${reason}`, 1);
}

/** Returns the line of a string index, counted from 1 */
export function lineAt(source: string, position: number): number {
  return source.slice(0, position).split("\n").length;
}
