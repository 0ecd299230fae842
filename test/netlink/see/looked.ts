/**
 * What is seen of a rich network, and what the real `ip` shows of it at the same moment.
 */
import type { SeenAddress } from "../../../lib/netlink/see/address.ts";
import type { SeenLink } from "../../../lib/netlink/see/link.ts";
import type { SeenNeighbour } from "../../../lib/netlink/see/neighbour.ts";
import type { SeenRoute } from "../../../lib/netlink/see/route.ts";
import type { SeenRule } from "../../../lib/netlink/see/rule.ts";
import { UNSHARE } from "../../support/host/in-namespaces.ts";

export interface State {
  readonly links: readonly SeenLink[];
  /** By links */
  readonly addresses: Readonly<Record<string, readonly SeenAddress[]>>;
  readonly routes: readonly SeenRoute[];
  /** By links */
  readonly over: Readonly<Record<string, readonly SeenRoute[]>>;
  /** By where they lead to */
  readonly ways: Readonly<Record<string, Way>>;
  readonly rules: readonly SeenRule[];
  readonly neighbours: readonly SeenNeighbour[];
}

/** The way of a packet: `null` where there is none */
export type Way = Pick<SeenRoute, "destination" | "gateway" | "dev" | "source"> | null;

export interface Looked {
  readonly seen: State;
  readonly shown: State;
}

/** Makes the network in throw-away namespaces, and looks both ways */
export async function look(): Promise<Looked> {
  const running = Bun.spawn([...UNSHARE, process.execPath, "--no-env-file", `${import.meta.dir}/see-inside.ts`], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: "/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin" },
  });
  const [stdout, stderr] = await Promise.all([running.stdout.text(), running.stderr.text()]);
  if ((await running.exited) !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Looked; // what see-inside.ts prints
}
