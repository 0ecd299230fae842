/**
 * Locks and unlocks a missing lab again and again.
 *
 *   bun lock-often.ts LAB TIMES
 */
import { lockLab } from "../../../lib/labs/lab-lock.ts";
import { parseLabName } from "../../../lib/values/name/lab-name.ts";

const [name = "", times = ""] = process.argv.slice(2);
for (let count = 0; count < Number(times); count++) {
  using _locked = await lockLab(parseLabName(name), () => {});
}
