import { inNetwork } from "../netlink/namespaces.ts";
import type { Ipv4 } from "../values/ipv4.ts";

/** What a ping saw */
export interface PingResult {
  readonly command: string;
  readonly answered: boolean;
  /** Its reply line, or the reason why there is none */
  readonly seen: string;
}

/**
 * Sends one echo request from the network namespace behind a descriptor.
 *
 * Equivalent to: `nsenter --net=… ping -c 1 -W $seconds $address`
 */
export async function ping(network: number, address: Ipv4, seconds: number): Promise<PingResult> {
  const argv = ["ping", "-n", "-c", "1", "-W", `${seconds}`, address];
  const running = inNetwork(network, () => [Bun.spawn(argv, { stdio: ["ignore", "pipe", "pipe"] })])[0]!;
  const [exitCode, output, errors] = await Promise.all([
    running.exited,
    new Response(running.stdout).text(),
    new Response(running.stderr).text(),
  ]);
  return {
    command: argv.join(" "),
    answered: exitCode === 0,
    seen: summary(`${output}\n${errors}`),
  };
}

/** The line that matters: a reply, an ICMP error, or what ping could not do */
function summary(text: string): string {
  const lines = text.split("\n");
  const line = lines.find(
    (candidate) =>
      /bytes from|Unreachable|unreachable|not permitted|: /.test(candidate) && !candidate.startsWith("PING"),
  );
  return (line ?? "no answer").replace(/^ping: /, "").trim();
}
