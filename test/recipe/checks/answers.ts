/**
 * Packets that are sent nowhere: each is answered alike, and what was asked is kept.
 */
import type { ExchangeResult } from "../../../lib/recipe/checks/exchange.ts";
import { Packets } from "../../../lib/recipe/checks/packets.ts";
import type { PingResult } from "../../../lib/recipe/checks/ping.ts";
import { Named } from "../../../lib/shell/template/named.ts";
import { answering, printing } from "../told.ts";

const containerOf = (name: string, word: string) =>
  new Named({ name, value: word, sample: word, word, spelled: "value" });

export const ONE = containerOf("one", "4c01db0b339c");
export const TWO = containerOf("two", "63f36fc01b5f");

/** @param turns after so many questions the answer is the other one */
export class Answers extends Packets {
  readonly asked: (readonly [what: string, ...args: readonly unknown[]])[] = [];
  readonly #yes: boolean;
  readonly #seen: string;
  readonly #turns: number;

  constructor(yes: boolean, seen: string, turns = Number.POSITIVE_INFINITY) {
    super(
      answering(() => printing("")),
      [],
    );
    this.#yes = yes;
    this.#seen = seen;
    this.#turns = turns;
  }

  override async ping(...args: Parameters<Packets["ping"]>): Promise<PingResult> {
    return { answered: this.#answer("ping", args), seen: this.#seen };
  }

  override async pingTenTimes(...args: Parameters<Packets["pingTenTimes"]>): Promise<boolean> {
    return this.#answer("pingTenTimes", args);
  }

  override async exchange(...args: Parameters<Packets["exchange"]>): Promise<ExchangeResult> {
    const [{ ...asked }] = args;
    Reflect.deleteProperty(asked, "kind");
    return { connected: this.#answer("exchange", [asked, args[1]]), seen: this.#seen };
  }

  override async exchangeDatagrams(...args: Parameters<Packets["exchangeDatagrams"]>): Promise<ExchangeResult> {
    const [{ ...asked }] = args;
    Reflect.deleteProperty(asked, "kind");
    return { connected: this.#answer("exchangeDatagrams", [asked, args[1]]), seen: this.#seen };
  }

  override async exchangeUnix(...args: Parameters<Packets["exchangeUnix"]>): Promise<ExchangeResult> {
    return { connected: this.#answer("exchangeUnix", args), seen: this.#seen };
  }

  override async assertAlive(...args: Parameters<Packets["assertAlive"]>): Promise<void> {
    this.#answer("assertAlive", args);
  }

  override async assertOther(...args: Parameters<Packets["assertOther"]>): Promise<void> {
    this.#answer("assertOther", args);
  }

  override async assertServes(...args: Parameters<Packets["assertServes"]>): Promise<void> {
    this.#answer("assertServes", args);
  }

  override async assertServesUnix(...args: Parameters<Packets["assertServesUnix"]>): Promise<void> {
    this.#answer("assertServesUnix", args);
  }

  #answer(what: string, args: readonly unknown[]): boolean {
    this.asked.push([what, ...args]);
    return this.asked.length < this.#turns ? this.#yes : !this.#yes;
  }
}
