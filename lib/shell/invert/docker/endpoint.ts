/**
 * `docker network connect` and `disconnect`.
 *
 * @module
 */
import { optionsOf, skipOptions } from "../../wrappers/skip-options.ts";
import { type InverseStep, type Plan, unknown } from "../inversion.ts";
import type { Argv } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";
import type { DockerLine } from "./docker-line.ts";
import { type Endpoint, seeContainer, type SeenContainer } from "./seen-container.ts";

const OPTIONS = optionsOf("--alias: --driver-opt: --gw-priority: --ip: --ip6: --link: --link-local-ip: -f --force");

/** Equivalent to: `docker network disconnect NETWORK ID` */
export function connect(line: DockerLine): Plan {
  return changed(line, "connects");
}

/** Equivalent to: `docker network connect --ip ADDRESS --alias NAME NETWORK ID`, as it was connected before */
export function disconnect(line: DockerLine): Plan {
  return changed(line, "disconnects");
}

function changed({ typed, docker, words }: DockerLine, verb: "connects" | "disconnects"): Plan {
  const skipped = skipOptions(words, OPTIONS);
  if ("unknown" in skipped) return unknown(`nobody here knows what ${skipped.unknown} does to it`);
  const [network = "", reference = ""] = skipped.operands;
  return comparing<SeenContainer | "gone">({
    argv: typed.argv,
    changes: verb === "connects" ? `connects ${reference} to ${network}` : `disconnects ${reference} from ${network}`,
    see: async (look) => (await seeContainer(look, docker, reference)) ?? "gone",
    steps: (before, after) => {
      if (before === "gone" || before.maker === "a lab" || after === "gone") return [];
      const was = before.networks.get(network) ?? null;
      const isThere = after === null ? verb === "connects" : after.networks.has(network);
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
  if (was === null) return step([], [...docker, "network", "disconnect", network, id], takes);
  const address = was.address === "" ? [] : ["--ip", was.address];
  // Docker gives the short id itself
  const aliases = was.aliases.filter((alias) => !id.startsWith(alias)).flatMap((alias) => ["--alias", alias]);
  return step([], [...docker, "network", "connect", ...address, ...aliases, network, id], takes);
}
