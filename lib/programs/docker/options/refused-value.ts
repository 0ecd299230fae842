import { DockerFailure } from "../failure.ts";
import { readBoolean } from "./flag-value.ts";
import type { Parameter } from "../../grammar.ts";
import { attached } from "../../grammar-parts.ts";

/** Docker's error for a value that it refuses; `null` for a good one, and for a `$name` whose value is unknown */
export function refusalOf(text: string, read: (text: string) => unknown): string | null {
  if (text.includes("$")) return null;
  try {
    read(text);
    return null;
  } catch (error) {
    if (!(error instanceof DockerFailure)) throw error;
    return error.message;
  }
}

/** Makes the value of a switch: `--privileged=true` */
export function truth(name: string, flag: Parameters<typeof readBoolean>[0]): Parameter {
  const refuses = (value: string) => refusalOf(value, (text) => readBoolean(flag, text));
  return { ...attached(name, "true or false"), refuses };
}
