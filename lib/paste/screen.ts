/**
 * What a program shows on a terminal, as far as it tells who reads what is pasted.
 *
 * Bytes are characters here, as in latin1. The sequences are those of XTerm Control Sequences, "DEC Private Mode Set".
 *
 * @module
 */

/** A screen of its own, as editors and pagers have */
// oxlint-disable-next-line no-control-regex -- it begins with one
const OTHER_SCREEN = /\x1b\[\?(?:47|1047|1049)([hl])/g;

/** Whether the program wants pastes in brackets: a shell does, while a line is typed */
// oxlint-disable-next-line no-control-regex -- it begins with one
const BRACKETS = /\x1b\[\?2004([hl])/g;

/** As much as may be the beginning of such a sequence */
const UNFINISHED_LENGTH = "\x1b[?1049".length;

/** How a line that was entered ends: a shell wants no brackets any more, and elsewhere the terminal itself shows it */
const LINE_ENDS = {
  // oxlint-disable-next-line no-control-regex -- it begins with one
  "in brackets": /\x1b\[\?2004l\r?/g,
  plain: /\n/g,
} as const;

/** Follows what is shown, and puts a line of ours below one that was entered */
export class Screen {
  #isOther = false;
  #pastes: keyof typeof LINE_ENDS = "plain";
  #recent = "";
  #below = "";
  #lineEnd: RegExp = LINE_ENDS.plain;

  /** Whether the program has a screen of its own: what is pasted there is no command */
  get isOther(): boolean {
    return this.#isOther;
  }

  /** Has a text shown as soon as the line that is entered just now has ended */
  putBelow(text: string): void {
    this.#below += Buffer.from(text).toString("latin1");
    this.#lineEnd = LINE_ENDS[this.#pastes];
  }

  /** What is to be shown for what the program shows */
  show(text: string): string {
    const known = this.#recent.length;
    const recent = this.#recent + text;
    this.#recent = recent.slice(-UNFINISHED_LENGTH);
    this.#isOther = (lastOf(recent, OTHER_SCREEN) ?? (this.#isOther ? "h" : "l")) === "h";
    const wanted = lastOf(recent, BRACKETS);
    if (wanted !== undefined) this.#pastes = wanted === "h" ? "in brackets" : "plain";
    if (this.#below === "") return text;
    const ends = [...recent.matchAll(this.#lineEnd)].map(({ index, 0: end }) => index + end.length - known);
    const place = ends.find((end) => end > 0);
    if (place === undefined) return text;
    const below = this.#below;
    this.#below = "";
    return text.slice(0, place) + below + text.slice(place);
  }
}

/** What the last such sequence sets; `undefined` when there is none */
function lastOf(text: string, sequence: RegExp): string | undefined {
  return [...text.matchAll(sequence)].at(-1)?.[1];
}
