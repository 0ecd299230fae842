/**
 * Looks at a lab from inside its host.
 *
 *   look-inside.ts sandbox|docker
 *
 * It prints a {@linkcode LiveLab} in JSON.
 *
 * @module
 */
import { builtinsOn } from "../../builtins/builtin-table.ts";
import { HOST_ENVIRONMENT } from "../../hosts/environment.ts";
import type { ThrowAwayKind } from "../../hosts/host-kind.ts";
import { lookAtLab } from "../../labs/live/live-lab.ts";
import { RealPerformer } from "../../shell/perform.ts";
import { printLine } from "../terminal/standard-output.ts";

// Given by the process outside
const kind = process.argv[2] as ThrowAwayKind;
const performer = new RealPerformer({ builtins: builtinsOn(kind), environment: HOST_ENVIRONMENT });
printLine(JSON.stringify(await lookAtLab(performer)));
process.exit(0);
