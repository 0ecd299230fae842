import type { ImageArchives } from "../../hosts/docker/load-images.ts";
import type { ThrowAwayKind } from "../../hosts/host-kind.ts";
import type { LabName } from "../../values/name/lab-name.ts";
import type { Telling } from "../options/run-request.ts";
import type { PaceKind } from "../step/read-pace.ts";

/** The host that a runner finds itself in, and what it needs to make a machine of it */
export type HostErrand =
  | {
      readonly kind: "sandbox";
      /** Files and folders that must stay readable */
      readonly kept: readonly string[];
    }
  | {
      readonly kind: "docker";
      readonly kept: readonly string[];
      /** The name of its cgroups */
      readonly cgroup: string;
      readonly images: ImageArchives;
    };

/** A host that is a machine already, and a lab's: the recipe ran there before */
export interface WiredHost {
  readonly kind: ThrowAwayKind;
  readonly was: "wired before";
}

/** A descriptor of the process inside, which is at its end when the one outside has ended */
export const CALLER = 3;

/** A descriptor of the process inside, where its errand comes from, in JSON; nothing comes when there is none after all */
export const ERRAND = 4;

/** What the process outside of a host asks of the one inside */
export interface Errand {
  readonly host: HostErrand | WiredHost;
  /** The recipe's file, as an absolute path: the working folder is another one inside */
  readonly file: string;
  /** The recipe's options as typed; all of them are good */
  readonly typed: Readonly<Record<string, string>>;
  readonly telling: Telling;
  /** How it goes on; where it asks, that is on the descriptor that {@linkcode CALLER} is */
  readonly pace: PaceKind;
  /** Whether the host stays open when the run fails */
  readonly keep: boolean;
  /** The number of the step that is left out; `null` when all run */
  readonly without: number | null;
  /** The lab that the host becomes when the run goes well, or is already; `null` when it ends */
  readonly lab: LabName | null;
}
