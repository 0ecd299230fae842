/**
 * `wirework shell`: opens a shell on a fresh host, or in a lab that is up.
 *
 * @module
 */
import { isHolding } from "../../hosts/holder-identity.ts";
import type { ThrowAwayKind } from "../../hosts/host-kind.ts";
import { parseLabName } from "../../values/name/lab-name.ts";
import { type Options, parseArguments } from "../options/arguments.ts";
import { attachToLab, isOnTerminal } from "../lab/attach-to-lab.ts";
import type { Command } from "../command.ts";
import { commandIn } from "./exec.ts";
import { exitStatusOf } from "../errors/exit-status.ts";
import { findThrowAwayLab, type ThrowAwayLab } from "../lab/find-lab.ts";
import { type FreshShell, freshShell } from "../lab/fresh-shell.ts";
import { readHostKind } from "../options/host-option.ts";
import { type LabTarget, parseLabTarget } from "../lab/lab-target.ts";
import { requireInput } from "../terminal/mended-input.ts";
import { SHELL_ON_HOST } from "../terminal/own-terminal.ts";
import { complain } from "../terminal/standard-output.ts";
import { readArchives, readValue } from "../options/run-request.ts";
import { launcher } from "../self.ts";
import { SHELL_OPTIONS } from "../options/shell-options.ts";
import { showHelp } from "../help/show-help.ts";
import { UsageError } from "../errors/usage-error.ts";

/** Works in any image; the image's own settings make the prompt */
const IN_CONTAINER = ["sh", "-c", "if command -v bash >/dev/null; then exec bash; else exec sh; fi"] as const;

/** `wirework shell [LAB[:CONTAINER]]`: with the shell's own exit status */
export const shell: Command = async (argv) => {
  const typed = parseArguments(argv, { options: SHELL_OPTIONS, mostPositionals: 1 });
  if (typed.switches.has("help")) return showHelp("shell", typed);
  const [where] = typed.positionals;
  requireInput(`wirework shell ${where === undefined ? "" : `${where} `}<lines.txt`);
  if (where === undefined)
    return freshShell(freshHost(typed, argv), (lab) => enter(lab, { lab: lab.name, container: null }));
  refuseOptions(where, typed);
  const target = parseLabTarget(where);
  return enter(await findThrowAwayLab(target.lab), target);
};

/** Runs a shell on a lab's host, or in one of its containers, until it ends */
async function enter(lab: ThrowAwayLab, target: LabTarget): Promise<number> {
  const command = target.container === null ? SHELL_ON_HOST : IN_CONTAINER;
  const status = await attachToLab(lab, {
    argv: await commandIn(lab, target, command),
    environment: { PS1: `${lab.name}:\\w\\$ ` },
    reads: target.container === null ? "mended for the host" : "mended for a container",
  });
  // The lab was removed meanwhile; on a terminal this comes in the middle of a line
  if (status === exitStatusOf("SIGKILL") && !isHolding(lab.host.holder))
    complain(`${isOnTerminal() ? "\n" : ""}wirework: the lab ${lab.name} was removed`);
  return status;
}

/**
 * Refuses options that only a fresh host has.
 *
 * @throws {UsageError} when there is one
 */
function refuseOptions(where: string, { values, switches }: Options): void {
  const [option] = [...values.keys(), ...switches];
  if (option === undefined) return;
  throw new UsageError(
    `Cannot use --${option} with the lab ${where}: it already exists`,
    `wirework shell ${where}, or without ${where} on a fresh host`,
  );
}

function freshHost({ values, switches }: Options, argv: readonly string[]): FreshShell {
  const on = throwAwayKind(values.get("on") ?? "sandbox");
  const name = values.get("name");
  return {
    on,
    name: name === undefined ? null : readValue("name", name, parseLabName),
    archives: readArchives(values.get("load"), on),
    mayInstall: !switches.has("no-install"),
    line: [launcher(), "shell", ...argv],
  };
}

function throwAwayKind(typed: string): ThrowAwayKind {
  const on = readHostKind(typed);
  if (on !== "host") return on;
  throw new UsageError("Cannot open a fresh host on this machine itself", "--on docker");
}
