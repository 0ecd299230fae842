import type { Builtin } from "../../builtins/builtin.ts";
import { builtinsOn } from "../../builtins/builtin-table.ts";
import { machineEnvironment } from "../../hosts/machine/environment.ts";
import { RealPerformer } from "../../shell/perform.ts";

/**
 * Returns the performer of this machine itself.
 *
 * @param builtins additional builtins of a run
 */
export function machinePerformer(builtins: Readonly<Record<string, Builtin>>): RealPerformer {
  return new RealPerformer({ builtins: { ...builtinsOn("host"), ...builtins }, environment: machineEnvironment() });
}
