/**
 * One star by one contender: built, looked at, enlarged, taken down.
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

/** What each part took, in milliseconds */
export interface Times {
  /** Until the contender takes commands: nothing is built yet */
  readonly start: number;
  readonly up: number;
  /** One container more, of a star that is up */
  readonly attach: number;
  /** Until the last link is gone from the host */
  readonly down: number;
}

/** Somebody who looks on while a star is built, and must not be there when it is timed */
export interface Onlooker {
  /** Called when nothing is built yet */
  before(host: OpenHost, driver: Driver): void;
  /** While it is built */
  readonly meanwhile: Meanwhile;
  /** Called when it is up */
  after(host: OpenHost, driver: Driver): void;
}

/**
 * Builds a star and takes it down.
 *
 * @throws {Error} when the star isn't what was asked for, or doesn't go away: then its times say nothing
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

/** Looks whether a star is there, with so many containers; their networks' files */
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
