/**
 * The recipe `star`, as anybody types it: a sandbox that opens, lines that are validated, written down and run, and packets that
 * check what they have made.
 *
 * @module
 */
import { WIREWORK } from "../../../lib/cli/self.ts";

/** What it took, in milliseconds */
export interface RecipeTimes {
  /** `wirework up star`, from its call to its end */
  readonly up: number;
  /** `wirework down` */
  readonly down: number;
}

/** A bridge with fewer is none of the recipe's */
export const SMALLEST_RECIPE = 2;

/**
 * Makes a lab of it, and takes that down.
 *
 * @throws {Error} when one of both fails, or the lab is not whole
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
