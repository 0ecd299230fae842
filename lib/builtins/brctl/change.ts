/**
 * The way of every command that changes something: check, run `ip`, say in brctl's words what was refused.
 *
 * @module
 */
import { ip, type IpLine } from "./ip.ts";

/** Says in brctl's words what was answered */
type Says<Target> = (target: Target, answer: string) => string;

/** What a command does to each of its targets */
export interface Change<Target> {
  /**
   * What the operands name.
   *
   * @throws {BadValue} if one of them cannot be a name
   */
  targets(operands: readonly string[]): readonly Target[];
  /**
   * When a target is refused, given the ones before it in the same command, and the kernel's answer then. In the order
   * in which the real brctl and the kernel check, the first that applies.
   */
  readonly refusals: readonly (readonly [
    applies: (target: Target, earlier: readonly Target[]) => boolean,
    answer: string,
  ])[];
  /** The same change in iproute2's words. Names are behind keywords: an interface can be called `--help` or `type` */
  line(target: Target): IpLine;
  /** What is said of some answers, ours or the kernel's */
  readonly says: Readonly<Record<string, Says<Target>>>;
  /** What is said of all others */
  readonly otherwise: Says<Target>;
}

/**
 * Changes one target after another, up to the first that is refused; the ones before it stay changed.
 * What the real brctl learns from the kernel is checked first, for `ip` is less strict: it deletes a bridge that is up,
 * or a veth, and moves a port from one bridge to another.
 *
 * @returns what to complain of, or `null` when all is done
 * @throws {BadValue} if an operand cannot be a name
 */
export function apply<Target>(change: Change<Target>, operands: readonly string[]): string | null {
  const sound: Target[] = [];
  let complaint: string | null = null;
  for (const target of change.targets(operands)) {
    const refusal = change.refusals.find(([applies]) => applies(target, sound));
    if (refusal !== undefined) {
      complaint = say(change, target, refusal[1]);
      break;
    }
    sound.push(target);
  }
  const { done, answer } = ip(sound.map((target) => change.line(target)));
  const [failed] = sound.slice(done);
  return failed === undefined ? complaint : say(change, failed, answer);
}

function say<Target>(change: Change<Target>, target: Target, answer: string): string {
  return (change.says[answer] ?? change.otherwise)(target, answer);
}
