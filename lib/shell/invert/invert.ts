/**
 * The undo of each command, by its program's grammar.
 *
 * @module
 */
import { ownEntry } from "../../programs/parse/own-entry.ts";
import { effectsOfCommand } from "../../programs/read-effects.ts";
import { PROGRAMS } from "../../programs/table.ts";
import type { Redirection } from "../template/session-line.ts";
import { growingFile, writtenFile } from "./files/written-file.ts";
import { isHarmless } from "./harmless.ts";
import { NONE, type Plan, unknown } from "./inversion.ts";
import { planOfEffects } from "./plan-effects.ts";
import { type Argv, typed } from "./typed.ts";
import { planOfVerb } from "./verb-plan.ts";

/**
 * Plans the undo of a command, also behind `sudo`, `ip netns exec` and `nsenter`, as far as its words tell.
 *
 * @example
 * ```ts
 * import { planOf } from "./invert.ts";
 * import { expect } from "bun:test";
 *
 * expect(planOf(["sudo", "ip", "link", "set", "A", "up"])).toMatchObject({ kind: "undoable", changes: "sets A up" });
 * expect(planOf(["ip", "addr", "show", "A"])).toEqual({ kind: "none" });
 * expect(planOf(["sh", "-c", "…"])).toEqual({ kind: "stranger", program: "sh" });
 * ```
 */
export function planOf(argv: Argv): Plan {
  const command = typed(argv);
  // A plan: the command behind the wrapper is hidden
  if ("kind" in command) return command;
  const { program, args } = command;
  if (isHarmless(program, args)) return NONE;
  const reads = ownEntry(PROGRAMS, program)?.reads;
  if (reads !== undefined) return planOfVerb(reads, command);
  const effects = effectsOfCommand(program, args);
  if (effects === null) return { kind: "stranger", program };
  return typeof effects === "string" ? unknown(effects) : planOfEffects(effects, command);
}

/**
 * Plans the undo of a written file: its former content, owner and permissions.
 *
 * @example
 * ```ts
 * import { planOfRedirection } from "./invert.ts";
 * import { expect } from "bun:test";
 *
 * expect(planOfRedirection({ operator: ">", file: "/dev/null" })).toEqual({ kind: "none" });
 * expect(planOfRedirection({ operator: ">>", file: "/etc/hosts" })).toMatchObject({ kind: "undoable" });
 * ```
 */
export function planOfRedirection(written: Redirection): Plan {
  return writtenFile(written);
}

/** Plans the undo of a file that a program keeps writing after its line: the content at undo time is dropped */
export function planOfGrowing(written: Redirection): Plan {
  return growingFile(written);
}
