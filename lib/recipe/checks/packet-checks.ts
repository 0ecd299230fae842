/**
 * Checks that send packets, and look at the answers.
 *
 * @module
 */
import type { Pending } from "../../shell/pending.ts";
import type { ChecksOf } from "./checks-of.ts";
import { countAround, type Growth, TEN } from "./counting.ts";
import { eventually } from "./eventually.ts";
import { ATTEMPT_MILLISECONDS, countLine, type Packets, pingLine, tcpLine, udpLine, unixLine } from "./packets.ts";
import { SILENCE } from "./ping.ts";
import type { Prover } from "./prover.ts";
import { PublishedPort } from "./published-port.ts";
import type { CountQuestion, Question } from "./question.ts";
import type { SeenAs } from "./tcp.ts";

/** The methods of ChecksOf that send packets */
type PacketChecks = Pick<
  ChecksOf,
  "ping" | "noPing" | "tcp" | "tcpSeenAs" | "noTcp" | "udp" | "counted" | "uncounted" | "unix" | "noUnix"
>;

/** The time to wait before silence counts as no answer */
const SILENCE_MILLISECONDS = 500;

/** The time to wait for a moment without foreign packets, such as IPv6's own */
const UNDISTURBED_MILLISECONDS = 3000;

/** The kernel's error when nobody listens */
const REFUSED = "ECONNREFUSED";

/** The kernel's error when a connection gets no answer */
const NO_ANSWER = "ETIMEDOUT";

/** Questions about a connection that should be made */
type Connection = Extract<Question, { kind: "tcp" | "tcpSeenAs" }>;

/** Returns the checks for one statement */
export function packetChecks(prover: Prover, packets: Packets): PacketChecks {
  const connects = (asked: Connection, expected: string, seenAs: SeenAs): Promise<void> => {
    const { from, to, target, port } = asked;
    return prover.prove(asked, tcpLine(from, target, port), expected, async () => {
      const { connected, seen } = await packets.exchange({ ...asked, seenAs }, prover.patience);
      if (connected && from !== to && !(port instanceof PublishedPort)) await packets.assertOther(from, target);
      return { ok: connected, seen };
    });
  };
  const counts = (asked: CountQuestion, counter: Pending, expected: string, isRight: Growth): Promise<void> => {
    const { from, to } = asked;
    const read = () => counter.quietly();
    const send = () => packets.pingTenTimes(from, to);
    counter.take();
    return prover.prove(asked, countLine(from, to, counter.line.text), expected, () =>
      eventually(Math.max(prover.patience, UNDISTURBED_MILLISECONDS), () => countAround(read, send, isRight)),
    );
  };
  return {
    ping: (from, to) =>
      prover.proveEventually({ kind: "ping", from, to }, pingLine(from, to), "an answer", async () => {
        const { answered, seen } = await packets.ping(from, to, ATTEMPT_MILLISECONDS);
        if (answered) await packets.assertOther(from, to);
        return { ok: answered, seen };
      }),

    noPing: (from, to, says = SILENCE) =>
      prover.prove({ kind: "noPing", from, to, says }, pingLine(from, to), says, async () => {
        if (says === SILENCE && typeof to !== "string") await packets.assertAlive(to);
        const { answered, seen } = await packets.ping(from, to, SILENCE_MILLISECONDS);
        return { ok: !answered && seen.includes(says), seen };
      }),

    tcp: (from, to, target, port) =>
      connects({ kind: "tcp", from, to, target, port }, "bytes both ways, from the client's own address", "itself"),

    tcpSeenAs: (from, to, target, port, peer) =>
      connects({ kind: "tcpSeenAs", from, to, target, port, peer }, `bytes both ways, from ${peer}`, peer),

    noTcp(from, to, target, port, says = NO_ANSWER) {
      const expected = says === NO_ANSWER ? "no connection" : says;
      const asked = { kind: "noTcp", from, to, target, port, says } as const;
      return prover.prove(asked, tcpLine(from, target, port), expected, async () => {
        await packets.assertServes(from, to, target, port);
        const connection = { from, to, target, port, seenAs: "itself" } as const;
        const { connected, seen } = await packets.exchange(connection, SILENCE_MILLISECONDS);
        return { ok: !connected && seen.includes(says), seen };
      });
    },

    udp(from, to, target, port) {
      const asked = { kind: "udp", from, to, target, port } as const;
      const expected = "a datagram and its answer, from the client's own address";
      return prover.prove(asked, udpLine(from, target, port), expected, async () => {
        const { connected, seen } = await packets.exchangeDatagrams(asked, prover.patience);
        if (connected && !(port instanceof PublishedPort)) await packets.assertOther(from, target);
        return { ok: connected, seen };
      });
    },

    counted: (from, to, counter) =>
      counts({ kind: "counted", from, to, line: counter.line }, counter, "ten more", (more) => more >= TEN),

    uncounted: (from, to, counter) =>
      counts({ kind: "uncounted", from, to, line: counter.line }, counter, "no packet more", (more) => more === 0),

    unix: (from, to, name) =>
      prover.prove({ kind: "unix", from, to, name }, unixLine(from, to, name), "bytes both ways", async () => {
        const { connected, seen } = await packets.exchangeUnix(from, to, name);
        return { ok: connected, seen };
      }),

    noUnix: (from, to, name) =>
      prover.prove({ kind: "noUnix", from, to, name }, unixLine(from, to, name), REFUSED, async () => {
        await packets.assertServesUnix(to, name);
        const { connected, seen } = await packets.exchangeUnix(from, to, name);
        return { ok: !connected && seen === REFUSED, seen };
      }),
  };
}
