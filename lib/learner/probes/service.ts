import { statSync } from "node:fs";

import { dockerStartedAt } from "../../builtins/service/started-at.ts";
import { DEFAULT_FILE } from "../../hosts/machine/default-file.ts";
import type { Deed } from "../deed.ts";
import { type Finding, found } from "../finding.ts";
import type { Question, Sight } from "../sight.ts";

type ServiceDeed = Deed<"service">;

/** Looks for the result of `service docker stop`, `start` or `restart` */
export async function serviceSet(deed: ServiceDeed, { look }: Sight): Promise<readonly Question[]> {
  return [async () => serviceFinding(deed, (await look.text(["service", deed.name, "status"])) !== null)];
}

function serviceFinding({ name, action }: ServiceDeed, isRunning: boolean): Finding {
  const thing = thingOf(name);
  const seen = isRunning ? `${name} is running` : `${name} is stopped`;
  if (action === "stop") return found({ thing, wanted: `${name} is stopped`, seen, tells: true }, !isRunning);
  if (name !== "docker" || !isRunning)
    return found({ thing, wanted: `${name} is running`, seen, tells: false }, isRunning);
  const said = { thing, wanted: `docker has read ${DEFAULT_FILE}`, tells: false };
  return isStale()
    ? { ...said, seen: `${DEFAULT_FILE} has been changed since docker was started`, is: "otherwise" }
    : { ...said, seen: said.wanted, is: "so" };
}

/** The thing of findings about a service; Docker's containers are its parts, since they end with it */
export function thingOf(name: string): string {
  return `service ${name}`;
}

/** Reports whether Docker's options have changed since Docker read them */
function isStale(): boolean {
  const started = dockerStartedAt();
  const changed = statSync(DEFAULT_FILE, { throwIfNoEntry: false })?.mtimeMs;
  return started !== null && changed !== undefined && changed > started;
}
