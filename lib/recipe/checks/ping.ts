import type { Ipv4 } from "../../values/address/ipv4.ts";

/** The result of a ping without any reply */
export const SILENCE = "no answer";

/** The result of a ping */
export interface PingResult {
  readonly answered: boolean;
  /** Its reply line, an error with its sender, or {@linkcode SILENCE} */
  readonly seen: string;
}

/** ping(8)'s exit status for "no answer"; of other failures, only an unreachable network counts as an answer */
const NO_ANSWER = 1;
const FAILED = 2;

/** ping(8)'s summary, printed if the request was sent */
const ASKED = /^1 packets transmitted, /m;

/** An ICMP error of any kind, which ping(8) prints with its sender; or the kernel's error on sending */
const REFUSAL = /^From \S+ icmp_seq=|^ping: local error|unreachable|prohibited|filtered|not permitted|no route/i;

/**
 * Sends one echo request from the network namespace of a descriptor.
 *
 * Equivalent to: `nsenter --net=… ping -n -c 1 -W $seconds $address`
 *
 * @throws {Error} when ping could not do its work: a missing answer would then prove nothing
 */
export async function ping(network: number, address: Ipv4, seconds: number): Promise<PingResult> {
  const argv = ["ping", "-n", "-c", "1", "-W", `${seconds}`, address];
  const { exitCode, output, errors } = await runIn(network, argv);
  const lines = `${output}\n${errors}`.split("\n").map((line) => line.trim());
  const reply = lines.find((line) => line.includes(" bytes from "));
  if (exitCode === 0 && reply !== undefined) return { answered: true, seen: reply };
  const refusal = lines.find((line) => REFUSAL.test(line))?.replace(/^ping: /, "");
  if (exitCode === NO_ANSWER && ASKED.test(output)) return { answered: false, seen: refusal ?? SILENCE };
  if (exitCode === FAILED && refusal !== undefined) return { answered: false, seen: refusal };
  throw new Error(`\`${argv.join(" ")}\` failed with exit status ${exitCode}: ${(errors || output).trim()}`);
}

/** ping(8)'s summary when each of ten requests was answered */
const ALL_ANSWERED = /^10 packets transmitted, 10 received,/m;

/**
 * Sends ten echo requests, 10 ms apart; reports whether each was answered.
 *
 * Equivalent to: `nsenter --net=… ping -n -q -c 10 -i 0.01 -W 1 $address`
 */
export async function pingTenTimes(network: number, address: Ipv4): Promise<boolean> {
  const { output } = await runIn(network, ["ping", "-n", "-q", "-c", "10", "-i", "0.01", "-W", "1", address]);
  return ALL_ANSWERED.test(output);
}

async function runIn(network: number, argv: readonly string[]) {
  const entered = ["nsenter", `--net=/proc/${process.pid}/fd/${network}`, "--", ...argv];
  const running = Bun.spawn(entered, { stdio: ["ignore", "pipe", "pipe"] });
  const [exitCode, output, errors] = await Promise.all([running.exited, running.stdout.text(), running.stderr.text()]);
  return { exitCode, output, errors };
}
