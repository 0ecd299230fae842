/**
 * Builds one star with one contender, checks it, adds a container, and deletes it.
 *
 * @module
 */
import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import { BUN_COMMAND } from "../../../lib/hosts/bun-command.ts";
import type { OpenHost } from "../../../lib/hosts/open-host.ts";
import type { Contender } from "./contender.ts";
import { Driver, type Meanwhile } from "./driver.ts";
import { linksOn, stillThere, untilOnly } from "./host-network.ts";

const LOOK_INSIDE = `${import.meta.dir}/look-inside.ts`;

/** The duration of each part, in milliseconds */
export interface Times {
  /** The time until the contender accepts commands; nothing is built yet */
  readonly start: number;
  readonly up: number;
  /** Adding one container to a finished star */
  readonly attach: number;
  /** The time until the last link is gone from the host */
  readonly down: number;
}

/** An observer of a build, for runs that are not timed */
export interface Onlooker {
  /** Runs before anything is built */
  before(host: OpenHost, driver: Driver): void;
  /** Runs during the build */
  readonly meanwhile: Meanwhile;
  /** Runs after the build */
  after(host: OpenHost, driver: Driver): void;
}

/**
 * Builds a star and deletes it.
 *
 * @throws {Error} when the star is not as requested, or does not go away: its times would mean nothing
 */
export async function buildStar(contender: Contender, count: number, onlooker: Onlooker | null): Promise<Times> {
  const place = await contender.open();
  await using host = place.host;
  const { driver: started, ms: start } = Driver.start(place);
  using driver = started;
  driver.ask(`prepare ${count}`);
  const before = linksOn(host);
  onlooker?.before(host, driver);
  const up = driver.ask(`up ${count}`, onlooker?.meanwhile ?? null);
  onlooker?.after(host, driver);
  look(host, driver, count);
  const attach = driver.ask("attach");
  const files = look(host, driver, count + 1);
  const began = performance.now();
  driver.ask("down");
  untilOnly(host, before);
  const down = performance.now() - began;
  const staying = networksOf(driver).files;
  const [left] = stillThere(host, files).filter((file) => !staying.includes(file));
  if (left !== undefined) throw new Error(`${left} is still there after \`down\``);
  return { start, up: up.ms, attach: attach.ms, down };
}

/** Checks that a star with so many containers exists; returns the files of their networks */
function look(host: OpenHost, driver: Driver, count: number): readonly string[] {
  const { bridge, files } = networksOf(driver);
  if (files.length !== count) throw new Error(`it has ${files.length} containers, not ${count}`);
  const { success, stderr } = Bun.spawnSync(host.enter([...BUN_COMMAND, LOOK_INSIDE, bridge]), {
    env: HOST_ENVIRONMENT,
    stdio: [Buffer.from(files.join("\n")), "ignore", "pipe"],
  });
  if (!success) throw new Error(`its star is not whole: ${stderr.toString().trim().replaceAll("\n", "; ")}`);
  return files;
}

function networksOf(driver: Driver): { readonly bridge: string; readonly files: readonly string[] } {
  const [bridge = "", ...files] = driver.ask("where").lines.at(-1)?.split(" ") ?? [];
  return { bridge, files };
}
