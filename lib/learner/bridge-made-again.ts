import type { ThrowAwayKind } from "../hosts/host-kind.ts";
import { DEFAULT_FILE } from "../hosts/machine/default-file.ts";
import { type Finding, isWork } from "./finding.ts";
import { thingOf } from "./probes/service.ts";

/**
 * Reports whether a finding is about Docker's own bridge, and a later start of Docker has made that again, so that
 * nothing shows if it was gone before. A real engine always makes it again, Docker 20.10 with `--bridge` too. The
 * builtin engine does so unless a line names another bridge, and that line is then missing.
 *
 * @param later the findings of later lines
 */
export function isMadeAgain({ thing }: Finding, later: readonly Finding[], kind: ThrowAwayKind): boolean {
  if (!thing.startsWith("link docker0 ")) return false;
  const isStart = ({ thing: other }: Finding) => other === thingOf("docker");
  const started = later.findLastIndex((other) => isStart(other) && other.is === "so");
  const untold = later.findIndex((other) => other.thing.startsWith(`file ${DEFAULT_FILE}/`) && other.is !== "so");
  return kind === "docker" ? later.some(isStart) && later.some(isWork) : untold >= 0 && started > untold;
}
