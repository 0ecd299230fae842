/**
 * `wirework shell`: a shell in a lab.
 *
 * @module
 */
import { parseArguments } from "./arguments.ts";
import { attachToLab } from "./attach-to-lab.ts";
import type { Command } from "./command.ts";
import { HELP_OPTION } from "./command-option.ts";
import { commandIn } from "./exec.ts";
import { findThrowAwayLab } from "./find-lab.ts";
import { parseLabTarget } from "./lab-target.ts";
import { showHelp } from "./show-help.ts";
import { UsageError } from "./usage-error.ts";

/** On the host nothing of the machine's own settings is read: they would change the prompt, and more */
const ON_HOST = ["bash", "--noprofile", "--norc"] as const;

/** In a container whatever its image has; the image's own settings make the prompt */
const IN_CONTAINER = ["sh", "-c", "if command -v bash >/dev/null; then exec bash; else exec sh; fi"] as const;

/** `wirework shell LAB[:CONTAINER]`: with the shell's own exit status */
export const shell: Command = async (argv) => {
  const typed = parseArguments(argv, { options: [HELP_OPTION], mostPositionals: 1 });
  if (typed.switches.has("help")) return showHelp("shell", typed);
  const [where] = typed.positionals;
  if (where === undefined) throw new UsageError("Cannot open a shell without a lab's name", "wirework ps");
  const target = parseLabTarget(where);
  const lab = await findThrowAwayLab(target.lab);
  const command = target.container === null ? ON_HOST : IN_CONTAINER;
  return attachToLab(lab, {
    argv: await commandIn(lab, target, command),
    environment: { PS1: `${lab.name}:\\w\\$ ` },
  });
};
