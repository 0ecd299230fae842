/**
 * Formats Markdown as the formatter leaves it.
 *
 * @module
 */

/** Formats a table with aligned columns; the cells are Markdown */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(3, ...[title, ...rows.map((row) => row[column] ?? "")].map(width)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((most, column) => padded(cells[column] ?? "", most)).join(" | ")} |`;
  return [line(head), line(widths.map((most) => "-".repeat(most))), ...rows.map(line)].join("\n");
}

function padded(text: string, most: number): string {
  return text + " ".repeat(most - width(text));
}

function width(text: string): number {
  return Bun.stringWidth(text);
}

/** Escapes a text for Markdown */
export function escaped(text: string): string {
  return text.replace(/[[\]*<>|\\`]|(?<!\w)_|_(?!\w)/g, (sign) => `\\${sign}`);
}

/** Formats a text as code, without spaces around it, which Markdown drops */
export function code(text: string): string {
  return `\`${text.trim()}\``;
}

/** Formats a text as code in a table's cell, with bars escaped */
export function codeInCell(text: string): string {
  return code(text.replaceAll("|", "\\|"));
}

/** Formats lines as a code block */
export function fenced(language: "console" | "sh" | "text" | "ts", lines: readonly string[]): string {
  return [`\`\`\`${language}`, ...lines, "```"].join("\n");
}

/** Formats commands of wirework, each with its effect */
export function commands(rows: readonly (readonly [command: string, does: string])[]): string {
  const most = Math.max(...rows.map(([command]) => command.length));
  return fenced(
    "sh",
    rows.map(([command, does]) => `scripts/wirework ${command.padEnd(most)}  # ${does}`),
  );
}

/** Formats a link; the text is Markdown */
export function link(text: string, target: string): string {
  return `[${text}](${target})`;
}

/** Returns a heading's anchor, as GitHub makes it */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

/** Joins parts with blank lines; empty ones are left out */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

/** Formats a list */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** Returns the anchor of a statement of the article, or of its entry among the errors */
export function statementAnchor(claim: number): string {
  return `statement-${claim}`;
}

/** Formats the place of such an anchor */
export function anchor(id: string): string {
  return `<a id="${id}"></a>`;
}

/** Returns the first line of a generated page */
export function madeFrom(sources: string): string {
  return `<!-- Made by scripts/docs from ${sources}: change it there -->`;
}
