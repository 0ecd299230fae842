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

/** What is read of ip-link(8) in JSON */
interface ShownLink {
  readonly ifname: string;
}

/** What is read of ip-address(8) in JSON */
interface ShownInterface extends ShownLink {
  readonly addr_info: readonly { readonly family: string; readonly local: string; readonly prefixlen: number }[];
}

/**
 * The host that a performer performs on.
 *
 * Equivalent to: `ip -json address show`, and `ip -json link show type bridge`: lines that are answered without the real one
 */
export function liveHost(performer: Performer): LiveHost {
  return {
    async interface(name) {
      const isNamed = ({ ifname }: ShownLink) => ifname === name;
      const found = (await ask<ShownInterface>(performer, ["address", "show"])).find(isNamed);
      if (found === undefined) return null;
      const bridges = await ask<ShownLink>(performer, ["link", "show", "type", "bridge"]);
      const own = found.addr_info.find(({ family }) => family === "inet");
      return {
        isBridge: bridges.some(isNamed),
        address: own === undefined ? null : parseCidr(`${own.local}/${own.prefixlen}`),
      };
    },
  };
}

async function ask<Shown extends ShownLink>(performer: Performer, words: readonly string[]): Promise<readonly Shown[]> {
  const argv = ["ip", "-json", ...words];
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
  return JSON.parse(stdout) as readonly Shown[]; // iproute2's own format
}
