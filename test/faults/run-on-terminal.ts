/**
 * A run on a terminal of its own, up to a command of its recipe.
 */
import type { ThrowAwayKind } from "../../lib/hosts/host-kind.ts";
import { Mark } from "../support/mark.ts";
import { readableProject } from "../support/project.ts";
import type { Reached, Stop } from "../support/terminal/stop-at-command.ts";
import type { User } from "../support/machine/users.ts";
import { OnTerminal } from "../support/terminal/on-terminal.ts";
import { BARE } from "../support/wirework.ts";
import { MODULES, reachedIn, stoppingRecipe } from "./stopping-recipe.ts";

/** Who runs it, and where */
export interface Place {
  readonly user: User;
  readonly on: ThrowAwayKind;
}

/** The run, whose terminal controls it as a shell's does */
export class RunOnTerminal extends OnTerminal {
  readonly mark: Mark;
  hasEnded = false;

  constructor({ user, on }: Place, stop: Stop) {
    const mark = new Mark();
    const launcher = `${readableProject()}/scripts/wirework`;
    const argv = [...user.prefix, launcher, "run", stoppingRecipe("point-to-point", stop), `--on=${on}`];
    super(argv, { environment: { ...BARE, ...MODULES, ...mark.environment } });
    this.mark = mark;
    void this.exited.then(() => (this.hasEnded = true));
  }

  /** Waits until its runner has stopped */
  async reached(): Promise<Reached> {
    for (;;) {
      const reached = reachedIn(Bun.stripANSI(this.shown));
      if (reached !== null) return reached;
      if (this.hasEnded) throw new Error(`Cannot wait for a run that has ended: ${this.shown}`);
      await Bun.sleep(2);
    }
  }
}
