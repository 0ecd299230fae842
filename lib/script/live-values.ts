/**
 * Values that only the machine of the script knows: variables, set before anything is changed.
 *
 * @module
 */
import type { LiveHost } from "../recipe/run/live-host.ts";
import type { Recipe } from "../recipe/recipe.ts";
import { RecipeError } from "../recipe/recipe-error.ts";
import type { BashFunction } from "./functions.ts";
import { scriptWord } from "./shell-words.ts";
import { addressOf } from "../values/address/cidr.ts";
import { readIpCidr } from "../values/address/ip-notation.ts";
import { type Ipv4Cidr, parseIpv4Cidr } from "../values/address/ipv4-cidr.ts";
import { contains } from "../values/address/subnet.ts";

/** Placeholders for such values, each with its expression in a script: `${address%/*}` */
export type Variables = ReadonlyMap<string, string>;

/** The values to record a recipe with */
export interface LiveValues {
  readonly values: Readonly<Record<string, unknown>>;
  readonly variables: Variables;
  /** The variables' names */
  readonly names: readonly string[];
  /** Lines that set the variables, and the functions that they call */
  readonly lines: readonly string[];
  readonly needs: readonly BashFunction[];
}

/** The block of placeholder addresses, which are on no network: RFC 2544 */
const MADE_UP = /\b198\.18\.\d+\.\d+\b/;

/**
 * Asks a simulated machine for the values of options that were not typed. Its answers are placeholders for those of the
 * machine that the script will run on.
 *
 * @param typed the names of the options that were typed
 */
export async function liveValues(
  { options }: Recipe,
  values: Readonly<Record<string, unknown>>,
  typed: ReadonlySet<string>,
): Promise<LiveValues> {
  const machine = new MadeUpMachine();
  const found: Record<string, unknown> = {};
  const variables = new Map<string, string>();
  const names: string[] = [];
  const lines: string[] = [];
  const needs: BashFunction[] = [];
  for (const [name, { live, shown }] of Object.entries(options)) {
    if (live === null || typed.has(name)) continue;
    const answer = String(await live(machine, values));
    const [asked = ""] = [...machine.addresses.keys()].filter((link) => machine.isAbout(link, answer));
    const own = machine.addresses.get(asked);
    const isOwn = own !== undefined && answer === addressOf(own);
    found[name] = answer;
    const variable = variableFor(name);
    names.push(variable);
    if (!variables.has(answer)) variables.set(answer, `$${variable}`);
    if (!isOwn) variables.set(addressOf(parseIpv4Cidr(answer)), `\${${variable}%/*}`);
    needs.push(isOwn ? "address-on" : "address-beside");
    const ask = isOwn ? `address_on ${scriptWord(asked)}` : `address_beside ${scriptWord(asked)} ${scriptWord(shown)}`;
    lines.push(`${variable}=$(${ask}) || refuse ${scriptWord(`${asked} has no address`)}`);
  }
  return { values: { ...values, ...found }, variables, names, lines, needs };
}

/**
 * Makes sure that no placeholder address is left in a script: a recipe that has computed with one needs the real one.
 *
 * @throws {RecipeError} when there is one
 */
export function refuseMadeUp(script: string, { variables }: LiveValues, name: string): void {
  if (variables.size === 0 || !MADE_UP.test(script)) return;
  const options = [...variables.values()].flatMap((word) => /^\$(\w+)$/.exec(word)?.[1] ?? []);
  throw new RecipeError(
    `Cannot write a script of ${name}: it computes with a value that only the machine knows`,
    null,
    options.map((option) => `--${option} VALUE`).join(" "),
  );
}

/** Makes a valid name for a shell variable; it is in lower case, since shells and programs use names in capitals */
function variableFor(option: string): string {
  const name = option.replaceAll("-", "_");
  return /[a-z]/.test(name) ? name : `option_${name}`;
}

/** A simulated machine that has every interface, each with an address of its own */
class MadeUpMachine implements LiveHost {
  readonly addresses = new Map<string, Ipv4Cidr>();

  async interface(name: string) {
    const own = this.addresses.get(name) ?? parseIpv4Cidr(`198.18.${this.addresses.size}.2/24`);
    this.addresses.set(name, own);
    return { isBridge: true, address: own };
  }

  /** Reports whether an address, with or without prefix, is in the network of an interface */
  isAbout(link: string, answer: string): boolean {
    const [own, address] = [this.addresses.get(link), readIpCidr(answer)];
    return own !== undefined && address !== null && contains(own, addressOf(address));
  }
}
