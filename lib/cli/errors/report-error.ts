import { EXIT } from "./exit-status.ts";
import { complain, OutputClosed, printLine } from "../terminal/output.ts";

/** How errors are told */
export type ErrorForm = "json" | "text";

/** Says what went wrong before a first step, or outside of any; the exit status for it */
export async function reportError(error: unknown, form: ErrorForm): Promise<number> {
  if (error instanceof OutputClosed) return EXIT.closed;
  // Loaded when it is needed, which is seldom
  const { errorDocument, explain, explanationLines } = await import("./explain.ts");
  const explanation = explain(error);
  if (form === "json") return printInstead(errorDocument(explanation), explanation.exit);
  for (const line of explanationLines(explanation)) complain(line);
  return explanation.exit;
}

/** Where nothing can be printed, that is the error that counts */
async function printInstead(document: string, exit: number): Promise<number> {
  try {
    printLine(document);
    return exit;
  } catch (unprinted) {
    return reportError(unprinted, "text");
  }
}
