import type { Window } from "../recipe/article-steps.ts";
import type { Speaker } from "../shell/template/line.ts";
import type { Deed } from "./deed.ts";
import type { SeenContainer } from "./seen-container.ts";

/** A container that a line makes */
export interface MadeContainer {
  /** The words after `docker run` */
  readonly args: readonly string[];
  /** What stands for it in later lines */
  readonly word: string;
  /** The one that is taken for it; `null` for none */
  readonly container: SeenContainer | null;
}

/** A line of a recipe, with the values that it has on this host */
export interface ReadLine {
  /** The place of its step among the steps; -1 before the first */
  readonly step: number;
  readonly text: string;
  readonly in: Window;
  readonly said: Speaker;
  /** `ends` is for a line that leaves a container's shell, which ends the container */
  readonly does: "changes" | "looks" | "ends";
  /** What of it can be seen afterwards, but for the container */
  readonly deeds: readonly Deed[];
  readonly made: MadeContainer | null;
}
