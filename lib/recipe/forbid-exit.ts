import { RecipeError } from "./recipe-error.ts";

const { exit } = process;

/** Ends this process, also where {@linkcode forbidExit} keeps recipes from that */
export const exitNow = exit.bind(process);

/** The number of recipes that are loaded or run at present */
let forbidding = 0;

/**
 * Makes `process.exit` throw until this is disposed of: the run would end as if every line had run and every check had
 * passed.
 */
export function forbidExit(): Disposable {
  forbidding += 1;
  process.exit = () => {
    throw new RecipeError(
      "Cannot end the run by process.exit()",
      "a recipe ends when its function returns, and fails when that throws",
      'throw new Error("why")',
    );
  };
  return {
    [Symbol.dispose]() {
      forbidding -= 1;
      if (forbidding === 0) process.exit = exit;
    },
  };
}
