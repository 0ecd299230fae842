/**
 * Connections of containers to Docker networks.
 *
 * @module
 */
import { ON_HOST } from "../../../resources/entering.ts";
import type { Effect } from "../../../programs/effect.ts";
import type { InverseStep, Plan } from "../inversion.ts";
import type { Argv, Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";
import { dockerOf } from "./engine.ts";
import { type Endpoint, seeContainer, type SeenContainer } from "./seen-container.ts";

/**
 * Equivalent to: `docker network disconnect NETWORK ID`, or `docker network connect --ip ADDRESS --alias NAME NETWORK ID`, with
 * the former address and names
 */
export function planOfEndpoint(changed: Effect<"endpoint">, typed: Typed): Plan {
  const docker = dockerOf(changed);
  const { network, reference, polarity } = changed;
  return comparing<SeenContainer | "gone">({
    argv: typed.argv,
    changes: polarity === "there" ? `connects ${reference} to ${network}` : `disconnects ${reference} from ${network}`,
    see: async (look) => (await seeContainer(look, docker, reference)) ?? "gone",
    steps: (before, after) => {
      if (before === "gone" || before.maker === "a lab" || after === "gone") return [];
      const was = before.networks.get(network) ?? null;
      const isThere = after === null ? polarity === "there" : after.networks.has(network);
      return isThere === (was !== null) ? [] : [endpointStep(docker, before.id, network, was)];
    },
  });
}

function endpointStep(docker: Argv, id: string, network: string, was: Endpoint | null): InverseStep {
  const takes = {
    kind: "docker endpoint",
    docker,
    network,
    container: id,
    change: was === null ? "made" : "removed",
  } as const;
  if (was === null) return step(ON_HOST, [...docker, "network", "disconnect", network, id], takes);
  const address = was.address === "" ? [] : ["--ip", was.address];
  // Docker gives the short id itself
  const aliases = was.aliases.filter((alias) => !id.startsWith(alias)).flatMap((alias) => ["--alias", alias]);
  return step(ON_HOST, [...docker, "network", "connect", ...address, ...aliases, network, id], takes);
}
