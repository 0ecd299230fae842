/**
 * What only the host that is up can tell: asked before a recipe's first step.
 *
 * @module
 */
import { failureOf } from "../shell/command-error.ts";
import type { Performer } from "../shell/line.ts";
import { type Cidr, parseCidr } from "../values/cidr.ts";

/** An interface of the host */
export interface LiveInterface {
  readonly isBridge: boolean;
  /** Its first IPv4 address; `null` when it has none */
  readonly address: Cidr | null;
}

/** The host that is up */
export interface LiveHost {
  /** An interface by its name; `null` when there is none */
  interface(name: string): Promise<LiveInterface | null>;
}

/** What is read of ip-address(8) in JSON */
type Shown = readonly {
  readonly ifname: string;
  readonly linkinfo?: { readonly info_kind?: string };
  readonly addr_info: readonly { readonly family: string; readonly local: string; readonly prefixlen: number }[];
}[];

/**
 * The host that a performer performs on.
 *
 * Equivalent to: `ip -json -details address show`
 */
export function liveHost(performer: Performer): LiveHost {
  return {
    async interface(name) {
      const found = (await interfaces(performer)).find(({ ifname }) => ifname === name);
      if (found === undefined) return null;
      const own = found.addr_info.find(({ family }) => family === "inet");
      return {
        isBridge: found.linkinfo?.info_kind === "bridge",
        address: own === undefined ? null : parseCidr(`${own.local}/${own.prefixlen}`),
      };
    },
  };
}

async function interfaces(performer: Performer): Promise<Shown> {
  const argv = ["ip", "-json", "-details", "address", "show"];
  const printed: Uint8Array[] = [];
  const complaint: Uint8Array[] = [];
  const exitCode = await performer.run(argv, {
    input: null,
    window: null,
    output: (chunk) => printed.push(chunk),
    errors: (chunk) => complaint.push(chunk),
  });
  const stdout = Buffer.concat(printed).toString();
  if (exitCode !== 0)
    throw failureOf(performer, argv.join(" "), {
      exitCode,
      stdout,
      stderr: Buffer.concat(complaint).toString(),
      ms: 0,
    });
  return JSON.parse(stdout) as Shown; // iproute2's own format
}
