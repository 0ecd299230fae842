import { constants } from "node:os";

import { DockerFailure } from "../failure.ts";

const NAMES = Object.keys(constants.signals) as NodeJS.Signals[]; // what the type lists is what the object has

/**
 * A signal as people write it: `KILL`, `SIGKILL`, `9`.
 *
 * @throws {DockerFailure} when there is none, in Docker's words
 */
export function readSignal(text: string): NodeJS.Signals {
  const found = NAMES.find(
    (name) =>
      name === text.toUpperCase() || name === `SIG${text.toUpperCase()}` || `${constants.signals[name]}` === text,
  );
  if (found === undefined) throw new DockerFailure(`Error response from daemon: Invalid signal: ${text}`);
  return found;
}
