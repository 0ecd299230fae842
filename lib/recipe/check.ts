/**
 * Checks: statements of the article, proved on real packets after the steps.
 *
 * @module
 */
import type { Failures } from "../shell/failures.ts";
import type { Performer } from "../shell/line.ts";
import type { Pending } from "../shell/pending.ts";
import { addressOf, type Cidr } from "../values/cidr.ts";
import type { Ipv4 } from "../values/ipv4.ts";
import type { Port } from "../values/port.ts";
import { networkOf } from "../values/subnet.ts";
import type { SocketName } from "../values/socket-name.ts";
import type { ChecksOf } from "./checks-of.ts";
import { eventually, type Finding } from "./eventually.ts";
import type { InFlight } from "./in-flight.ts";
import type { Observer } from "./observer.ts";
import { countAround, type Growth, TEN } from "./counting.ts";
import { ATTEMPT_MILLISECONDS, countLine, Packets, pingLine, tcpLine, udpLine, unixLine } from "./packets.ts";
import { SILENCE } from "./ping.ts";
import {
  type Expected,
  inOrder,
  inOrderOnly,
  linesOf,
  otherHostOf,
  type Proof,
  saidBy,
  spelled,
  without,
} from "./output-proof.ts";
import type { Place, Target } from "./place.ts";
import { PublishedPort } from "./published-port.ts";
import type { CountQuestion, Question } from "./question.ts";
import { type ExpectedRule, metInOrder, spelledRules } from "./rule-order.ts";
import { sameOutput } from "./same-output.ts";
import type { SeenAs } from "./tcp.ts";

/** A check that did not see what the article says */
export class CheckFailed extends Error {
  constructor(claim: number, name: string, expected: string, seen: string) {
    super(`Statement ${claim} did not hold (${name}): expected ${expected}, saw ${seen}`);
    this.name = "CheckFailed";
  }
}

/** What checks need of a run */
export interface CheckContext {
  readonly performer: Performer;
  readonly allowed: readonly string[];
  readonly observer: Observer;
  readonly inFlight: InFlight;
  readonly failures: Failures;
}

/** How long the absence of an answer is waited for */
const SILENCE_MILLISECONDS = 500;

/** What the kernel says when nobody listens */
const REFUSED = "ECONNREFUSED";

/** What the kernel says when a connection gets no answer */
const NO_ANSWER = "ETIMEDOUT";

/** Makes the ways to prove one statement */
export function checksOf(context: CheckContext, claim: number, name: string): ChecksOf {
  return new Checks(context, claim, name);
}

/** What a connection is asked for that is to come about */
type Connection = Extract<Question, { kind: "tcp" | "tcpSeenAs" }>;

class Checks implements ChecksOf {
  readonly #context: CheckContext;
  readonly #claim: number;
  readonly #name: string;
  readonly #packets: Packets;

  constructor(context: CheckContext, claim: number, name: string) {
    this.#context = context;
    this.#packets = new Packets(context.performer, context.allowed);
    this.#claim = claim;
    this.#name = name;
  }

  ping(from: Place, to: Target): Promise<void> {
    return this.#prove({ kind: "ping", from, to }, pingLine(from, to), "an answer", () =>
      eventually(this.#context.failures.patience, async () => {
        const { answered, seen } = await this.#packets.ping(from, to, ATTEMPT_MILLISECONDS);
        if (answered) await this.#packets.assertOther(from, to);
        return { ok: answered, seen };
      }),
    );
  }

  noPing(from: Place, to: Target, says = SILENCE): Promise<void> {
    return this.#prove({ kind: "noPing", from, to, says }, pingLine(from, to), says, async () => {
      if (says === SILENCE && typeof to !== "string") await this.#packets.assertAlive(to);
      const { answered, seen } = await this.#packets.ping(from, to, SILENCE_MILLISECONDS);
      return { ok: !answered && seen.includes(says), seen };
    });
  }

  tcp(from: Place, to: Place, target: Target, port: Port | PublishedPort): Promise<void> {
    const asked = { kind: "tcp", from, to, target, port } as const;
    return this.#connects(asked, "bytes both ways, from the client's own address", "itself");
  }

  tcpSeenAs(from: Place, to: Place, target: Target, port: Port | PublishedPort, peer: Ipv4): Promise<void> {
    const asked = { kind: "tcpSeenAs", from, to, target, port, peer } as const;
    return this.#connects(asked, `bytes both ways, from ${peer}`, peer);
  }

  #connects(asked: Connection, expected: string, seenAs: SeenAs): Promise<void> {
    const { from, to, target, port } = asked;
    return this.#prove(asked, tcpLine(from, target, port), expected, async () => {
      const connection = { ...asked, seenAs };
      const { connected, seen } = await this.#packets.exchange(connection, this.#context.failures.patience);
      if (connected && from !== to && !(port instanceof PublishedPort)) await this.#packets.assertOther(from, target);
      return { ok: connected, seen };
    });
  }

  noTcp(from: Place, to: Place, target: Target, port: Port | PublishedPort, says = NO_ANSWER): Promise<void> {
    const expected = says === NO_ANSWER ? "no connection" : says;
    const asked = { kind: "noTcp", from, to, target, port, says } as const;
    return this.#prove(asked, tcpLine(from, target, port), expected, async () => {
      await this.#packets.assertServes(from, to, target, port);
      const connection = { from, to, target, port, seenAs: "itself" } as const;
      const { connected, seen } = await this.#packets.exchange(connection, SILENCE_MILLISECONDS);
      return { ok: !connected && seen.includes(says), seen };
    });
  }

  udp(from: Place, to: Place, target: Target, port: Port | PublishedPort): Promise<void> {
    const asked = { kind: "udp", from, to, target, port } as const;
    const expected = "a datagram and its answer, from the client's own address";
    return this.#prove(asked, udpLine(from, target, port), expected, async () => {
      const { connected, seen } = await this.#packets.exchangeDatagrams(asked, this.#context.failures.patience);
      if (connected && !(port instanceof PublishedPort)) await this.#packets.assertOther(from, target);
      return { ok: connected, seen };
    });
  }

  counted(from: Place, to: Target, counter: Pending): Promise<void> {
    const asked = { kind: "counted", from, to, line: counter.line } as const;
    return this.#proveCount(asked, counter, "ten more", (more) => more >= TEN);
  }

  uncounted(from: Place, to: Target, counter: Pending): Promise<void> {
    const asked = { kind: "uncounted", from, to, line: counter.line } as const;
    return this.#proveCount(asked, counter, "not one more", (more) => more === 0);
  }

  same(command: Pending, other: Pending): Promise<void> {
    const asked = { kind: "same", line: command.line, other: other.line } as const;
    for (const compared of [command, other]) compared.take();
    return this.#prove(asked, `diff <(${command.line.text}) <(${other.line.text})`, "no difference", () =>
      eventually(this.#context.failures.patience, async () =>
        sameOutput(await command.quietly(), await other.quietly()),
      ),
    );
  }

  shows(command: Pending, ...expected: readonly Expected[]): Promise<void> {
    const asked = { kind: "shows", line: command.line, expected } as const;
    return this.#proveOutput(asked, command, spelled(expected).join("\n"), inOrder(expected));
  }

  lists(command: Pending, ...expected: readonly Expected[]): Promise<void> {
    const asked = { kind: "lists", line: command.line, expected } as const;
    return this.#proveOutput(asked, command, `only ${spelled(expected).join("\n")}`, inOrderOnly(expected));
  }

  hides(command: Pending, ...unwanted: readonly Expected[]): Promise<void> {
    const expected = spelled(unwanted).map((word) => `no ${word}`);
    const asked = { kind: "hides", line: command.line, expected: unwanted } as const;
    return this.#proveOutput(asked, command, expected.join(", "), without(unwanted));
  }

  refuses(command: Pending, ...says: readonly Expected[]): Promise<void> {
    const asked = { kind: "refuses", line: command.line, expected: says } as const;
    const prove = inOrder(says);
    command.take();
    // Once: a command that is not refused has done something
    return this.#prove(asked, command.line.text, `a failure: ${spelled(says).join(", ")}`, async () => {
      const { exitCode, stdout, stderr } = await command.quietly();
      const lines = [...linesOf(stdout), ...linesOf(stderr)];
      const proof = exitCode === 0 ? null : prove(lines);
      return { ok: proof !== null, seen: (proof ?? [...lines, `exit status ${exitCode}`]).join("\n") };
    });
  }

  showsHostOf(command: Pending, network: Cidr): Promise<void> {
    const expected = `an address of ${networkOf(network)}, not ${addressOf(network)}`;
    const asked = { kind: "showsHostOf", line: command.line, network } as const;
    return this.#proveOutput(asked, command, expected, otherHostOf(network));
  }

  meets(command: Pending, chain: string, ...expected: readonly ExpectedRule[]): Promise<void> {
    const asked = { kind: "meets", line: command.line, chain, expected } as const;
    return this.#proveOutput(asked, command, spelledRules(expected), metInOrder(chain, expected));
  }

  unix(from: Place, to: Place, name: SocketName): Promise<void> {
    return this.#prove({ kind: "unix", from, to, name }, unixLine(from, to, name), "bytes both ways", async () => {
      const { connected, seen } = await this.#packets.exchangeUnix(from, to, name);
      return { ok: connected, seen };
    });
  }

  noUnix(from: Place, to: Place, name: SocketName): Promise<void> {
    return this.#prove({ kind: "noUnix", from, to, name }, unixLine(from, to, name), REFUSED, async () => {
      await this.#packets.assertServesUnix(to, name);
      const { connected, seen } = await this.#packets.exchangeUnix(from, to, name);
      return { ok: !connected && seen === REFUSED, seen };
    });
  }

  #proveOutput(question: Question, command: Pending, expected: string, prove: Proof): Promise<void> {
    command.take();
    return this.#prove(question, command.line.text, expected, () =>
      eventually(this.#context.failures.patience, async () => {
        const outcome = await command.quietly();
        // What a command that failed did not print proves nothing
        const proof = outcome.exitCode === 0 ? prove(linesOf(outcome.stdout)) : null;
        return { ok: proof !== null, seen: (proof ?? saidBy(outcome)).join("\n") };
      }),
    );
  }

  #proveCount(question: CountQuestion, counter: Pending, expected: string, isRight: Growth): Promise<void> {
    const { from, to } = question;
    const read = () => counter.quietly();
    const send = () => this.#packets.pingTenTimes(from, to);
    counter.take();
    return this.#prove(question, countLine(from, to, counter.line.text), expected, () =>
      eventually(this.#context.failures.patience, () => countAround(read, send, isRight)),
    );
  }

  #prove(question: Question, ran: string, expected: string, find: () => Promise<Finding>): Promise<void> {
    return this.#context.inFlight.track(ran, this.#proveNow(question, ran, expected, find));
  }

  async #proveNow(question: Question, ran: string, expected: string, find: () => Promise<Finding>): Promise<void> {
    const { performer, observer, failures } = this.#context;
    const planned = { claim: this.#claim, name: this.#name, ran, expected };
    if (!performer.knows) return observer.wouldCheck(planned, question);
    const { ok, seen } = await find().catch((error: unknown): Finding => {
      if (!(error instanceof Error)) throw error;
      failures.unmade(error);
      return { ok: false, seen: error.message };
    });
    observer.checked({ ...planned, seen, ok });
    if (!ok) failures.meet(new CheckFailed(this.#claim, this.#name || ran, expected, seen));
  }
}
