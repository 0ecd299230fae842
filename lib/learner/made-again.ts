import type { ThrowAwayKind } from "../hosts/host-kind.ts";
import { DEFAULT_FILE } from "../hosts/machine/default-file.ts";
import { type Finding, isWork } from "./finding.ts";
import { thingOf } from "./probes/service.ts";

/**
 * Whether it is about Docker's own bridge, which a later start of Docker has made again: whether it was gone before, nobody
 * knows any more. A real engine makes it again in any case, Docker 20.10 with `--bridge` too; ours does so without the line that
 * tells it of another bridge, and then that line is to be typed.
 *
 * @param later what was found of the lines after it
 */
export function isMadeAgain({ thing }: Finding, later: readonly Finding[], kind: ThrowAwayKind): boolean {
  if (!thing.startsWith("link docker0 ")) return false;
  const isStart = ({ thing: other }: Finding) => other === thingOf("docker");
  const started = later.findLastIndex((other) => isStart(other) && other.is === "so");
  const untold = later.findIndex((other) => other.thing.startsWith(`file ${DEFAULT_FILE}/`) && other.is !== "so");
  return kind === "docker" ? later.some(isStart) && later.some(isWork) : untold >= 0 && started > untold;
}
