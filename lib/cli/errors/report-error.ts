import { EXIT } from "./exit-status.ts";
import { complain, OutputClosed, printLine } from "../terminal/standard-output.ts";

/** The form of error reports */
export type ErrorForm = "json" | "text";

/** Reports an error from before the first step, or outside of a run; returns its exit status */
export async function reportError(error: unknown, form: ErrorForm): Promise<number> {
  if (error instanceof OutputClosed) return EXIT.closed;
  // Loaded on use, as errors are rare
  const { errorDocument, explain, explanationLines } = await import("./explain.ts");
  const explanation = explain(error);
  if (form === "json") return printInstead(errorDocument(explanation), explanation.exit);
  for (const line of explanationLines(explanation)) complain(line);
  return explanation.exit;
}

/** Prints a document; when that fails, reports the failure instead */
async function printInstead(document: string, exit: number): Promise<number> {
  try {
    printLine(document);
    return exit;
  } catch (unprinted) {
    return reportError(unprinted, "text");
  }
}
