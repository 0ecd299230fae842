/**
 * `wirework exec`: runs a command in a lab.
 *
 * @module
 */
import { HOST_ENVIRONMENT } from "../../hosts/environment.ts";
import { entering } from "../../hosts/holder-identity.ts";
import { parseLeadingOptions } from "../options/arguments.ts";
import { attachToLab, isOnTerminal } from "../lab/attach-to-lab.ts";
import type { Command } from "../command.ts";
import { STANDARD_OPTIONS } from "../options/command-option.ts";
import { findThrowAwayLab, type ThrowAwayLab } from "../lab/find-lab.ts";
import { findContainer } from "../lab/lab-container.ts";
import { type LabTarget, parseLabTarget } from "../lab/lab-target.ts";
import { printLine } from "../terminal/standard-output.ts";
import { type ErrorForm, reportError } from "../errors/report-error.ts";
import { showHelp } from "../help/show-help.ts";
import { UsageError } from "../errors/usage-error.ts";

/** `wirework exec LAB[:CONTAINER] [--] COMMAND`: with the command's own exit status */
export const exec: Command = async (argv) => {
  const { values, switches, rest } = parseLeadingOptions(argv, STANDARD_OPTIONS);
  if (switches.has("help")) return showHelp("exec", { values, switches });
  const form = switches.has("json") ? "json" : "text";
  // Not left to the caller: a --json among the command's own words is not ours
  return run(rest, form).catch((error) => reportError(error, form));
};

async function run([where, ...words]: readonly string[], form: ErrorForm): Promise<number> {
  const command = words[0] === "--" ? words.slice(1) : words;
  if (where === undefined) throw new UsageError("Cannot run a command without a lab's name", "wirework ps");
  const target = parseLabTarget(where);
  if (command.length === 0)
    throw new UsageError(`Cannot run a command in ${where}: none was given`, `wirework shell ${where}`);
  const lab = await findThrowAwayLab(target.lab);
  if (form === "json") return runForDocument(lab, target, command);
  return attachToLab(lab, { argv: await commandIn(lab, target, command), environment: {}, reads: "as it comes" });
}

/** Returns the command line, on the host or in a container, as it runs on the host */
export async function commandIn(
  lab: ThrowAwayLab,
  { container }: LabTarget,
  command: readonly string[],
): Promise<readonly string[]> {
  if (container === null) return command;
  const word = await findContainer(lab, container);
  return ["docker", "exec", "--interactive", ...(isOnTerminal() ? ["--tty"] : []), word, ...command];
}

/** Runs it with piped input and no terminal, and prints its output in a document */
async function runForDocument(lab: ThrowAwayLab, target: LabTarget, command: readonly string[]): Promise<number> {
  const { container } = target;
  const inside = container === null ? [] : ["docker", "exec", "--interactive", await findContainer(lab, container)];
  const running = Bun.spawn(entering(lab.host.holder, [...inside, ...command]), {
    env: HOST_ENVIRONMENT,
    stdio: ["inherit", "pipe", "pipe"],
  });
  const [stdout, stderr, exit] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
  printLine(JSON.stringify({ schema: 1, lab: lab.name, container, argv: command, exit, stdout, stderr }));
  return exit;
}
