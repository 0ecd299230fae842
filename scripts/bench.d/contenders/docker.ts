/**
 * Docker, on a private `dockerd`.
 *
 * @module
 */
import { openThrowAway } from "../../../lib/cli/run/open-throw-away.ts";
import { BUN_COMMAND } from "../../../lib/hosts/bun-command.ts";
import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import type { Contender, Limit, Missing, Place } from "../star/contender.ts";
import { unlessInstalled } from "../star/missing.ts";

const START = `${import.meta.dir}/docker-start-inside.ts`;

const LIMIT: Limit = { most: 10, why: "a container takes most of a second, and several megabytes" };

/** Starts containers on the star's network */
export const DOCKER_RUN: Contender = {
  name: "docker-run",
  what: "`docker run --net star`, processes and file systems and all",
  limit: LIMIT,
  missing,
  open: () => openWith("run"),
};

/** Connects running containers to it */
export const DOCKER_CONNECT: Contender = {
  name: "docker-connect",
  what: "`docker network connect star` for containers that run",
  limit: LIMIT,
  missing,
  open: () => openWith("connect"),
};

function missing(): Missing | null {
  if (process.geteuid?.() !== 0) return { why: "dockerd needs root", tryThis: "sudo scripts/bench star" };
  return unlessInstalled({
    dockerd: "docker.io",
    iptables: "iptables",
    busybox: "busybox-static",
    ping: "iputils-ping",
  });
}

async function openWith(way: "run" | "connect"): Promise<Place> {
  const { host, job } = await openThrowAway({ on: "docker", file: null, archives: [], lab: null });
  const { success, stderr } = Bun.spawnSync(host.enter([...BUN_COMMAND, START, JSON.stringify(job)]), {
    env: HOST_ENVIRONMENT,
  });
  if (success) return { host, driver: ["bash", `${import.meta.dir}/docker.sh`, way, "base"] };
  await host.close();
  throw new Error(`Docker doesn't start: ${stderr.toString().trim()}`);
}
