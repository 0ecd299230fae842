import { formatNumber, formatValue } from "./print.ts";

/** A parsed directive such as `%-5.2f`. */
export interface Directive {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | null;
  readonly verb: string;
}

/** Formats a single value without padding; null when the verb doesn't fit its type */
export function formatScalar(directive: Directive, value: null | boolean | number | string): string | null {
  if (directive.verb === "v") return typeof value === "string" ? cut(directive, value) : formatValue(value);
  if (typeof value === "boolean") return directive.verb === "t" ? String(value) : null;
  if (typeof value === "string") return formatString(directive, value);
  if (typeof value !== "number") return null;
  const text = Number.isInteger(value) ? formatInteger(directive.verb, value) : formatFraction(directive, value);
  return text !== null && directive.flags.includes("+") && value >= 0 ? `+${text}` : text;
}

function formatString(directive: Directive, value: string): string | null {
  switch (directive.verb) {
    case "s":
      return cut(directive, value);
    case "q":
      return JSON.stringify(cut(directive, value));
    case "x":
      return Buffer.from(value).toString("hex");
    case "X":
      return Buffer.from(value).toString("hex").toUpperCase();
    default:
      return null;
  }
}

function formatInteger(verb: string, value: number): string | null {
  switch (verb) {
    case "d":
      return String(value);
    case "x":
      return value.toString(16);
    case "X":
      return value.toString(16).toUpperCase();
    case "o":
      return value.toString(8);
    case "b":
      return value.toString(2);
    case "c":
      return value >= 0 && value <= 0x10ffff ? String.fromCodePoint(value) : "\ufffd";
    default:
      return null;
  }
}

function formatFraction({ verb, precision }: Directive, value: number): string | null {
  switch (verb) {
    case "f":
      return value.toFixed(precision ?? 6);
    case "e":
      return value.toExponential(precision ?? 6).replace(/e([+-])(\d)$/, "e$10$2");
    case "g":
      return formatNumber(precision === null ? value : Number(value.toPrecision(precision || 1)));
    default:
      return null;
  }
}

function cut({ precision }: Directive, text: string): string {
  return precision === null ? text : [...text].slice(0, precision).join("");
}
