import type { Window } from "../recipe/article-steps.ts";
import type { Speaker } from "../shell/template/session-line.ts";
import type { Deed } from "./deed.ts";
import type { SeenContainer } from "./host-containers.ts";

/** A container that a line makes */
export interface MadeContainer {
  /** The words after `docker run` */
  readonly args: readonly string[];
  /** The word for it in later lines */
  readonly word: string;
  /** The matching container; `null` when there is none */
  readonly container: SeenContainer | null;
}

/** A line of a recipe, with its values on this host */
export interface ReadLine {
  /** The index of its step; -1 before the first */
  readonly step: number;
  readonly text: string;
  readonly in: Window;
  readonly said: Speaker;
  /** The kind of line; `ends` marks a line that leaves a container's shell, which ends the container */
  readonly does: "changes" | "looks" | "ends";
  /** Effects that can be inspected afterwards, except for the container */
  readonly deeds: readonly Deed[];
  readonly made: MadeContainer | null;
}
