import { DockerFailure } from "../failure.ts";
import { readBoolean } from "./flag-value.ts";
import type { Parameter } from "../../grammar.ts";
import { attached } from "../../grammar-parts.ts";

/** What Docker says of a value that it refuses; `null` of any other: what the shell puts for a `$name` nobody knows */
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

/** The value of a switch: `--privileged=true` */
export function truth(name: string, flag: Parameters<typeof readBoolean>[0]): Parameter {
  const refuses = (value: string) => refusalOf(value, (text) => readBoolean(flag, text));
  return { ...attached(name, "true or false"), refuses };
}
