import type { ImageArchives } from "../../hosts/docker/load-images.ts";
import type { ThrowAwayKind } from "../../hosts/host-kind.ts";
import type { LabName } from "../../values/name/lab-name.ts";
import type { Telling } from "../options/run-request.ts";
import type { PaceKind } from "../step/read-pace.ts";

/** The runner's host, and what it needs to boot a machine there */
export type HostJob =
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

/** A lab's host, already booted, on which the recipe ran before */
export interface WiredHost {
  readonly kind: ThrowAwayKind;
  readonly was: "wired before";
}

/** A descriptor in the process inside that reaches its end when the process outside has ended */
export const CALLER = 3;

/**
 * A descriptor in the process inside that delivers its job in JSON; nothing comes when there is none after
 * all
 */
export const JOB = 4;

/** The job of the process inside a host */
export interface Job {
  readonly host: HostJob | WiredHost;
  /** The recipe's absolute path: the working folder is another one inside */
  readonly file: string;
  /** The recipe's options as typed, all valid */
  readonly typed: Readonly<Record<string, string>>;
  readonly telling: Telling;
  /** The stepping mode; questions go to the descriptor {@linkcode CALLER} */
  readonly pace: PaceKind;
  /** True when the host stays open after a failure */
  readonly keep: boolean;
  /** The number of the skipped step; `null` when all run */
  readonly without: number | null;
  /** The lab that the host becomes after success, or is already; `null` when it ends */
  readonly lab: LabName | null;
}
