import type { LabName } from "../../values/name/lab-name.ts";
import { complain } from "./standard-output.ts";

/** Reports that a command waits for another one */
export function sayWaiting(lab: LabName): void {
  complain(`wirework: waiting for another command on the lab ${lab}`);
}
