/**
 * Markdown, as the formatter leaves it.
 *
 * @module
 */

/** A table, its columns aligned; the cells are Markdown */
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

/** A text of which Markdown makes nothing */
export function escaped(text: string): string {
  return text.replace(/[[\]*<>|\\`]|(?<!\w)_|_(?!\w)/g, (sign) => `\\${sign}`);
}

/** A text in the letters of a program, without the blanks around it, which Markdown drops; in a table its bars are escaped, too */
export function code(text: string): string {
  return `\`${text.trim()}\``;
}

/** The same, for a table's cell */
export function codeInCell(text: string): string {
  return code(text.replaceAll("|", "\\|"));
}

/** Lines as they are */
export function fenced(language: "console" | "sh" | "text" | "ts", lines: readonly string[]): string {
  return [`\`\`\`${language}`, ...lines, "```"].join("\n");
}

/** Commands of wirework, each with what it does */
export function commands(rows: readonly (readonly [command: string, does: string])[]): string {
  const most = Math.max(...rows.map(([command]) => command.length));
  return fenced(
    "sh",
    rows.map(([command, does]) => `scripts/wirework ${command.padEnd(most)}  # ${does}`),
  );
}

/** A link; the text is Markdown */
export function link(text: string, target: string): string {
  return `[${text}](${target})`;
}

/** What a heading is linked by, as GitHub makes it */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

/** Parts with a blank line between them; empty ones are left out */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

/** A list */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** What a link to a statement of the article, or to its entry among the errors, leads to */
export function statementAnchor(claim: number): string {
  return `statement-${claim}`;
}

/** The place of such an anchor */
export function anchor(id: string): string {
  return `<a id="${id}"></a>`;
}

/** The first line of a page that is made */
export function madeFrom(sources: string): string {
  return `<!-- Made by scripts/docs from ${sources}: change it there -->`;
}
