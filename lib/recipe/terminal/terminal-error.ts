/**
 * Errors of opening a terminal, and of typing into one.
 *
 * @module
 */
import { lastWords } from "../../shell/failure/command-error.ts";
import type { Performer } from "../../shell/template/session-line.ts";
import { StepError } from "../../shell/failure/step-error.ts";
import { PATIENCE_SECONDS, type Session } from "./session.ts";

const A_SHELL = "a shell, as in docker run -i -t base /bin/bash; docker run -d for any other program";

/** Returns the error for a session that does not wait at a prompt */
export function notOpened(performer: Performer, command: string, session: Session): StepError {
  const { exitCode } = session;
  if (exitCode === null)
    return new StepError({
      message: `\`${command}\` shows no prompt, "$ " or "# ", after ${PATIENCE_SECONDS} seconds, ${printed(session)}`,
      command,
      cause: "its program is running, but is not a shell waiting for input",
      tryThis: A_SHELL,
    });
  const known = performer.explain(lastWords({ stderr: "", stdout: session.shown }), command);
  return new StepError({
    message: `\`${command}\` ended without a prompt, with exit status ${exitCode}, ${printed(session)}`,
    command,
    cause: known?.cause ?? "its program ended, and was not a shell waiting for input",
    tryThis: known?.tryThis ?? A_SHELL,
  });
}

/** Returns the error for a prompt that is not a container's */
export function noContainer(command: string): StepError {
  return new StepError({
    message: `\`${command}\` waits at a prompt, but docker ps lists no new container`,
    command,
    cause: "its shell is not a container's first program",
    tryThis: "docker run -i -t, which starts a new container",
  });
}

/** Returns the error for a typed line that no prompt followed */
export function notTyped(line: string, container: string, session: Session): StepError {
  const { exitCode } = session;
  const state =
    exitCode === null
      ? `no prompt came within ${PATIENCE_SECONDS} seconds`
      : `its shell has ended with exit status ${exitCode}`;
  return new StepError({
    message: `Cannot type \`${line}\` into ${container}: ${state}, ${printed(session)}`,
    command: line,
    cause:
      exitCode === null
        ? "the line is still running, or waits for input"
        : "the line, or one before it, ended the shell, or Docker was stopped",
    tryThis:
      exitCode === null
        ? "a line that ends, or docker exec -d for a program that does not"
        : "another terminal for the following lines",
  });
}

function printed({ shown }: Session): string {
  const words = lastWords({ stderr: "", stdout: shown });
  return words === "" ? "and printed nothing" : `and printed: ${words}`;
}
