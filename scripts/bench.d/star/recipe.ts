/**
 * The recipe `star` with everything that belongs to a run: a sandbox, validated and journalled lines, and
 * checks with packets.
 *
 * @module
 */
import { WIREWORK } from "../../../lib/cli/self.ts";

/** Durations in milliseconds */
export interface RecipeTimes {
  /** `wirework up star`, from start to end */
  readonly up: number;
  /** `wirework down` */
  readonly down: number;
}

/** The recipe's smallest number of containers */
export const SMALLEST_RECIPE = 2;

/**
 * Makes a lab of it, and removes that.
 *
 * @throws {Error} when either fails, or the lab is incomplete
 */
export function timeRecipe(count: number): RecipeTimes {
  const name = `bench-star-${process.pid}`;
  const up = timed(["up", "star", "--name", name, `--count=${count}`, "--quiet"]);
  const ports = wirework(["exec", name, "ls", "/sys/class/net/star0/brif"]).trim().split("\n").length;
  const down = timed(["down", name]);
  if (ports !== count) throw new Error(`its star is not whole: star0 has ${ports} ports for ${count} containers`);
  return { up, down };
}

function timed(args: readonly string[]): number {
  const began = performance.now();
  wirework(args);
  return performance.now() - began;
}

function wirework(args: readonly string[]): string {
  const { success, stdout, stderr } = Bun.spawnSync([...WIREWORK, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  if (!success) throw new Error(`wirework ${args.join(" ")}: ${stderr.toString().trim().replaceAll("\n", "; ")}`);
  return stdout.toString();
}
