/**
 * A lab without a recipe: a fresh host with Docker running, which ends with this process.
 *
 * @module
 */
import { programFile } from "../../bundle/entry-points.ts";
import { HOST_ENVIRONMENT } from "../../hosts/environment.ts";
import type { ThrowAwayKind } from "../../hosts/host-kind.ts";
import type { OpenHost } from "../../hosts/open-host.ts";
import type { LabName } from "../../values/name/lab-name.ts";
import type { HostJob } from "../run/job.ts";
import type { ThrowAwayLab } from "./find-lab.ts";
import { lockFreeName, lockName } from "./fresh-name.ts";
import { hold } from "./held-lab.ts";
import { openThrowAway } from "../run/open-throw-away.ts";
import { BUN_COMMAND, PROJECT } from "../self.ts";
import type { Stopped } from "../run/signals.ts";

const BOOT = programFile("cli/commands/boot");

/** The requested host */
export interface FreshHost {
  readonly on: ThrowAwayKind;
  /** `null` for any free name */
  readonly name: LabName | null;
  /** Files of images to load, as absolute paths without symbolic links */
  readonly archives: readonly string[];
}

/** A lab that ends when it is disposed of, unless it was removed before */
export interface FreshLab extends AsyncDisposable {
  readonly lab: ThrowAwayLab;
}

/** Thrown when a host did not come up; the message is that of its own process */
export class NotBooted extends Error {
  override readonly name = "NotBooted";
  readonly status: number;

  constructor(complaint: string, status: number) {
    super(complaint);
    this.status = status;
  }
}

/**
 * Opens the lab.
 *
 * @throws {UsageError} when a lab of that name is up
 * @throws {HostError} when this machine refuses
 * @throws {NotBooted} when it does not come up
 * @throws {Error} of any kind, when it was stopped before
 */
export async function openFreshLab(asked: FreshHost, stopped: Stopped): Promise<FreshLab> {
  await using made = new AsyncDisposableStack();
  const lab = await openLocked(asked, stopped, made);
  const kept = made.move();
  return { lab, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/**
 * Opens the lab while its name is locked. Its end locks the name again, so what is made here is disposed of
 * after the lock
 */
async function openLocked(
  { on, name: wanted, archives }: FreshHost,
  stopped: Stopped,
  made: AsyncDisposableStack,
): Promise<ThrowAwayLab> {
  const { name, locked: lock } = wanted === null ? await lockFreeName() : await lockName(wanted, stopped);
  using locked = lock;
  const { host, job } = await openThrowAway({ on, file: null, archives, lab: name });
  const lab = labOf(name, on, host);
  made.use(hold(lab));
  made.use(host);
  // Docker may be slow; a stop does not wait for it
  void stopped.signal.then(() => host.close());
  await boot(host, job);
  locked.write(lab);
  return lab;
}

/** Boots a machine on the host */
async function boot(host: OpenHost, job: HostJob): Promise<void> {
  const running = Bun.spawn(host.enter([...BUN_COMMAND, BOOT, JSON.stringify(job)]), {
    env: { ...HOST_ENVIRONMENT, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" },
    stdio: ["ignore", "ignore", "pipe"],
    // A session of its own: Ctrl-C reaches only this process, which then ends the host
    detached: true,
  });
  const [complaint, status] = await Promise.all([running.stderr.text(), running.exited]);
  if (status !== 0) throw new NotBooted(complaint.trim(), status);
}

function labOf(name: LabName, kind: ThrowAwayKind, { holder }: OpenHost): ThrowAwayLab {
  const since = new Date().toISOString();
  return {
    schema: 1,
    name,
    recipe: null,
    project: PROJECT,
    since,
    host: { kind, holder },
    containers: [],
    obstacle: null,
  };
}
