/**
 * Looks around on the host that it is started in.
 *
 *   bun look-around.ts sandbox|docker
 *
 * Prints a {@linkcode Look}.
 */
import { builtinsOn } from "../../lib/builtins/builtin-table.ts";
import { HOST_ENVIRONMENT } from "../../lib/hosts/environment.ts";
import type { ThrowAwayKind } from "../../lib/hosts/host-kind.ts";
import { RealPerformer } from "../../lib/shell/perform.ts";
import { look } from "./look.ts";

const kind = process.argv[2] as ThrowAwayKind;
const performer = new RealPerformer({ builtins: builtinsOn(kind), environment: HOST_ENVIRONMENT });
console.log(JSON.stringify(await look(performer)));
process.exit(0);
