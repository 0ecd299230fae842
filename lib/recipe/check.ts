/**
 * Checks: statements of the article, proved on real packets after the steps.
 *
 * @module
 */
import type { Handle } from "../shell/handle.ts";
import type { Performer } from "../shell/line.ts";
import { permit } from "../shell/permit.ts";
import type { Pending } from "../shell/pending.ts";
import type { Port } from "../values/port.ts";
import type { InFlight } from "./in-flight.ts";
import type { Observer } from "./observer.ts";
import { ping, type PingResult } from "./ping.ts";
import { nameOf, openNetwork, type Place, type Target, targetAddress } from "./place.ts";
import { exchange, type TcpResult } from "./tcp.ts";

/** A check that did not see what the article says */
export class CheckFailed extends Error {
  constructor(claim: number, name: string, expected: string, seen: string) {
    super(`Statement ${claim} did not hold (${name}): expected ${expected}, saw ${seen}`);
    this.name = "CheckFailed";
  }
}

/** What a command must print; a named value stands for what it is in this run */
export type Expected = string | Handle;

/** The ways to prove a statement. Each says what it expected and what it saw, and throws {@linkcode CheckFailed} when they differ */
export interface ChecksOf {
  /** One echo request is answered */
  ping(from: Place, to: Target): Promise<void>;
  /** One echo request gets no answer; `says` is what ping must have said */
  noPing(from: Place, to: Target, says?: string): Promise<void>;
  /** A connection to a server in `to`, at `target`, carries bytes both ways, and the server sees the client's own address */
  tcp(from: Place, to: Place, target: Target, port: Port): Promise<void>;
  /** No connection comes about, though a server listens */
  noTcp(from: Place, to: Place, target: Target, port: Port): Promise<void>;
  /** A command prints a line with each of these, in this order; asked again until it does */
  shows(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** A command prints these lines and no others; each may go on. Asked again until it does */
  lists(command: Pending, ...expected: readonly Expected[]): Promise<void>;
  /** A command prints none of these words; asked again until it does */
  hides(command: Pending, ...unwanted: readonly Expected[]): Promise<void>;
}

/** What checks need of a run */
export interface CheckContext {
  readonly performer: Performer;
  readonly allowed: readonly string[];
  readonly observer: Observer;
  readonly inFlight: InFlight;
}

/** What a way to prove something saw */
interface Finding {
  readonly seen: string;
  readonly ok: boolean;
}

/** How long an answer may take in all, and at the first attempt; how long its absence is waited for */
const PATIENCE_MILLISECONDS = 3000;
const ATTEMPT_MILLISECONDS = 1000;
const SILENCE_MILLISECONDS = 500;
const POLL_MILLISECONDS = 5;

/** Makes the ways to prove one statement */
export function checksOf(context: CheckContext, claim: number, name: string): ChecksOf {
  return new Checks(context, claim, name);
}

class Checks implements ChecksOf {
  readonly #context: CheckContext;
  readonly #claim: number;
  readonly #name: string;

  constructor(context: CheckContext, claim: number, name: string) {
    this.#context = context;
    this.#claim = claim;
    this.#name = name;
  }

  ping(from: Place, to: Target): Promise<void> {
    return this.#prove(pingLine(from, to), "an answer", () =>
      eventually(async () => {
        const { answered, seen } = await this.#ping(from, to, ATTEMPT_MILLISECONDS);
        return { ok: answered, seen };
      }),
    );
  }

  noPing(from: Place, to: Target, says = ""): Promise<void> {
    return this.#prove(pingLine(from, to), says === "" ? "no answer" : says, async () => {
      const { answered, seen } = await this.#ping(from, to, SILENCE_MILLISECONDS);
      return { ok: !answered && seen.includes(says), seen };
    });
  }

  tcp(from: Place, to: Place, target: Target, port: Port): Promise<void> {
    return this.#prove(tcpLine(from, target, port), "bytes both ways, from the client's own address", async () => {
      const { connected, seen } = await this.#exchange(from, to, target, port, PATIENCE_MILLISECONDS);
      return { ok: connected, seen };
    });
  }

  noTcp(from: Place, to: Place, target: Target, port: Port): Promise<void> {
    return this.#prove(tcpLine(from, target, port), "no connection", async () => {
      const { connected, seen } = await this.#exchange(from, to, target, port, SILENCE_MILLISECONDS);
      return { ok: !connected, seen };
    });
  }

  shows(command: Pending, ...expected: readonly Expected[]): Promise<void> {
    return this.#proveOutput(command, spelled(expected).join("\n"), (lines) => inOrder(lines, expected));
  }

  lists(command: Pending, ...expected: readonly Expected[]): Promise<void> {
    const only = `only ${spelled(expected).join("\n")}`;
    return this.#proveOutput(command, only, (lines) =>
      lines.length === expected.length ? inOrder(lines, expected) : null,
    );
  }

  hides(command: Pending, ...unwanted: readonly Expected[]): Promise<void> {
    const expected = spelled(unwanted).map((word) => `no ${word}`);
    return this.#proveOutput(command, expected.join(", "), (lines) => {
      const words = new Set(lines.flatMap((line) => line.split(/[\s@:]+/)));
      return unwanted.some((word) => words.has(wordOf(word))) ? null : expected;
    });
  }

  /** @param prove what of the output proves it; `null` when nothing does */
  #proveOutput(
    command: Pending,
    expected: string,
    prove: (lines: readonly string[]) => readonly string[] | null,
  ): Promise<void> {
    command.take();
    return this.#prove(command.line.text, expected, () =>
      eventually(async () => {
        const { stdout, stderr } = await command.quietly();
        const lines = stdout.trimEnd().split("\n").map(singleSpaced);
        const proof = prove(lines);
        return {
          ok: proof !== null,
          seen: (proof ?? [...lines, ...stderr.trimEnd().split("\n")]).join("\n").trim(),
        };
      }),
    );
  }

  #prove(ran: string, expected: string, find: () => Promise<Finding>): Promise<void> {
    return this.#context.inFlight.track(ran, this.#proveNow(ran, expected, find));
  }

  async #proveNow(ran: string, expected: string, find: () => Promise<Finding>): Promise<void> {
    const { performer, observer } = this.#context;
    const planned = { claim: this.#claim, name: this.#name, ran, expected };
    if (!performer.knows) return observer.wouldCheck(planned);
    const { ok, seen } = await find();
    observer.checked({ ...planned, seen, ok });
    if (!ok) throw new CheckFailed(this.#claim, this.#name || ran, expected, seen);
  }

  async #ping(from: Place, to: Target, milliseconds: number): Promise<PingResult> {
    const { performer, allowed } = this.#context;
    permit(["ping"], allowed);
    using network = await openNetwork(performer, from);
    return ping(network.fd, await targetAddress(performer, from, to), milliseconds / 1000);
  }

  async #exchange(from: Place, to: Place, target: Target, port: Port, milliseconds: number): Promise<TcpResult> {
    const { performer } = this.#context;
    using client = await openNetwork(performer, from);
    using server = await openNetwork(performer, to);
    return exchange(client.fd, server.fd, await targetAddress(performer, from, target), port, milliseconds);
  }
}

function pingLine(from: Place, to: Target): string {
  return `ping ${nameOf(to)} from ${nameOf(from)}`;
}

function tcpLine(from: Place, target: Target, port: Port): string {
  return `connect to ${nameOf(target)}:${port} from ${nameOf(from)}`;
}

function wordOf(expected: Expected): string {
  return typeof expected === "string" ? expected : expected.word();
}

/** As it is announced: a value that only a run would know by its name */
function spelled(expected: readonly Expected[]): readonly string[] {
  return expected.map((item) => {
    const name = typeof item === "string" ? null : item.spelling();
    return name === null ? wordOf(item) : `$${name}`;
  });
}

/** The lines that hold the texts, each further down than the one before; `null` when one is missing */
function inOrder(lines: readonly string[], expected: readonly Expected[]): readonly string[] | null {
  const found: string[] = [];
  let next = 0;
  for (const text of expected.map(wordOf).map(singleSpaced)) {
    const index = lines.findIndex((line, at) => at >= next && line.includes(text));
    if (index < 0) return null;
    found.push(lines[index] ?? "");
    next = index + 1;
  }
  return found;
}

/** Programs align their columns as they like */
function singleSpaced(line: string): string {
  return line.replace(/\s+/g, " ").trim();
}

/** Asks again while it isn't so, as what the kernel does takes its time */
async function eventually(find: () => Promise<Finding>): Promise<Finding> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const finding = await find();
    if (finding.ok || performance.now() >= deadline) return finding;
    await Bun.sleep(POLL_MILLISECONDS);
  }
}
