/**
 * A lab that no recipe has made: a fresh host with Docker started, for as long as this process lives.
 *
 * @module
 */
import { programFile } from "../../bundle/entry-points.ts";
import { HOST_ENVIRONMENT } from "../../hosts/environment.ts";
import type { ThrowAwayKind } from "../../hosts/host-kind.ts";
import type { OpenHost } from "../../hosts/open-host.ts";
import type { LabName } from "../../values/name/lab-name.ts";
import type { HostErrand } from "../run/errand.ts";
import type { ThrowAwayLab } from "./find-lab.ts";
import { lockFreeName, lockName } from "./fresh-name.ts";
import { hold } from "./held-lab.ts";
import { openThrowAway } from "../run/open-throw-away.ts";
import { BUN_COMMAND, PROJECT } from "../self.ts";
import type { Stopped } from "../run/signals.ts";

const BOOT = programFile("cli/commands/boot");

/** What the host is to be */
export interface FreshHost {
  readonly on: ThrowAwayKind;
  /** `null` for any that is free */
  readonly name: LabName | null;
  /** Files of images to load, as absolute paths without symbolic links */
  readonly archives: readonly string[];
}

/** A lab that ends when it is disposed of, if nobody has taken it down before */
export interface FreshLab extends AsyncDisposable {
  readonly lab: ThrowAwayLab;
}

/** A host that did not come up; the message is what its own process has said */
export class NotBooted extends Error {
  override readonly name = "NotBooted";
  readonly status: number;

  constructor(complaint: string, status: number) {
    super(complaint);
    this.status = status;
  }
}

/**
 * Opens it.
 *
 * @throws {UsageError} when a lab of that name is up
 * @throws {HostError} when this machine refuses
 * @throws {NotBooted} when it does not come up
 * @throws {Error} one or another, when somebody stops it before
 */
export async function openFreshLab(asked: FreshHost, stopped: Stopped): Promise<FreshLab> {
  await using made = new AsyncDisposableStack();
  const lab = await openLocked(asked, stopped, made);
  const kept = made.move();
  return { lab, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/** Nobody else has its name meanwhile. What is made is disposed of after that, since it is locked for its end again */
async function openLocked(
  { on, name: wanted, archives }: FreshHost,
  stopped: Stopped,
  made: AsyncDisposableStack,
): Promise<ThrowAwayLab> {
  const { name, locked: lock } = wanted === null ? await lockFreeName() : await lockName(wanted, stopped);
  using locked = lock;
  const { host, errand } = await openThrowAway({ on, file: null, archives, lab: name });
  const lab = labOf(name, on, host);
  made.use(hold(lab));
  made.use(host);
  // Docker may take its time; whoever wants an end does not wait for it
  void stopped.signal.then(() => host.close());
  await boot(host, errand);
  locked.write(lab);
  return lab;
}

/** Makes a machine of it */
async function boot(host: OpenHost, errand: HostErrand): Promise<void> {
  const running = Bun.spawn(host.enter([...BUN_COMMAND, BOOT, JSON.stringify(errand)]), {
    env: { ...HOST_ENVIRONMENT, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" },
    stdio: ["ignore", "ignore", "pipe"],
    // A session of its own: Ctrl-C is for us, who then end the host
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
