/**
 * Lists a recipe's lines as the article prints them, with the article's values in place of those known only
 * at run time.
 *
 * @module
 */
import type { Line, Speaker } from "../shell/template/session-line.ts";
import { refusing } from "../shell/refusing.ts";
import { samplePerformer } from "./run/dry-performer.ts";
import type { Observer } from "./run/observer.ts";
import type { Recipe } from "./recipe.ts";
import { rehearse } from "./run/rehearse.ts";
import type { CommentOf } from "./step.ts";

/** Says where a line is typed */
export type Window = "host" | "container";

/** A line, as the article prints it */
export interface ArticleLine {
  readonly text: string;
  readonly in: Window;
  readonly said: Speaker;
}

/** A comment and the lines under it */
export interface ArticleStep {
  readonly comment: readonly string[];
  /** The comment's author: ours when no line under it is the article's, unless the recipe says otherwise */
  readonly said: Speaker;
  readonly lines: readonly ArticleLine[];
}

/**
 * Lists the lines that a recipe types, without running any. A recipe that follows no section of the article
 * has no lines of the article's.
 *
 * @throws whatever the recipe throws
 */
export async function articleSteps(
  recipe: Recipe,
  values: Readonly<Record<string, unknown>>,
): Promise<readonly ArticleStep[]> {
  const writer = new LineWriter(recipe.article === null ? () => "told" : (speaker) => speaker);
  await rehearse(recipe, values, {
    performer: samplePerformer,
    observer: writer,
    undoing: refusing("allowed"),
  });
  return writer.steps.map(({ comment, said, lines }) => ({ comment, lines, said: sayer(said, lines) }));
}

function sayer(said: CommentOf, lines: readonly ArticleLine[]): Speaker {
  if (said !== "its lines") return said;
  return lines.some((line) => line.said === "article") ? "article" : "told";
}

/** Collects typed lines in the order of a run's report */
class LineWriter implements Observer {
  readonly steps: { readonly comment: readonly string[]; readonly said: CommentOf; readonly lines: ArticleLine[] }[] =
    [];
  readonly #said: (speaker: Speaker) => Speaker;

  constructor(said: (speaker: Speaker) => Speaker) {
    this.#said = said;
  }

  step(comment: readonly string[], said: CommentOf): void {
    this.steps.push({ comment, said, lines: [] });
  }

  announce({ text, speaker }: Line): void {
    this.#add(text, "host", speaker);
  }

  assign(name: string, word: string, speaker: Speaker): void {
    this.#add(`${name}=${word}`, "host", speaker);
  }

  typed(text: string, _printed: string, _prompt: string, speaker: Speaker): void {
    this.#add(text, "container", speaker);
  }

  named(): void {}

  finished(): void {}

  checked(): void {}

  wouldCheck(): void {}

  ended(): void {}

  /** Lines before the first step get a step without a comment */
  #add(text: string, window: Window, speaker: Speaker): void {
    if (this.steps.length === 0) this.step([], "its lines");
    this.steps.at(-1)?.lines.push({ text, in: window, said: this.#said(speaker) });
  }
}
