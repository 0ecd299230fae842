/**
 * Answers lines where it is started.
 *
 *   bun lines-inside.ts <LINES
 */
import { answerInProcess, type Said } from "./answer-in-process.ts";

const lines = (await Bun.stdin.json()) as readonly string[];
const said: (Said & { readonly line: string })[] = [];
for (const line of lines) said.push({ line, ...(await answerInProcess(line.split(" "))) });
console.log(JSON.stringify(said));
