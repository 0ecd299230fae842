/**
 * Watches a program's output on a terminal, to find out what reads a paste.
 *
 * Bytes are characters here, as in latin1. The sequences are those of XTerm Control Sequences, "DEC Private
 * Mode Set".
 *
 * @module
 */

/** Switches to the alternate screen, as editors and pagers do */
// oxlint-disable-next-line no-control-regex -- it begins with one
const OTHER_SCREEN = /\x1b\[\?(?:47|1047|1049)([hl])/g;

/** Switches bracketed paste, which a shell turns on while a line is typed */
// oxlint-disable-next-line no-control-regex -- it begins with one
const BRACKETS = /\x1b\[\?2004([hl])/g;

/** The longest possible beginning of such a sequence */
const UNFINISHED_LENGTH = "\x1b[?1049".length;

/**
 * The end of an entered line: the shell turns bracketed paste off; elsewhere the terminal echoes the line
 * feed
 */
const LINE_ENDS = {
  // oxlint-disable-next-line no-control-regex -- it begins with one
  "in brackets": /\x1b\[\?2004l\r?/g,
  plain: /\n/g,
} as const;

/** Follows the output, and inserts a line of ours below an entered one */
export class Screen {
  #isOther = false;
  #pastes: keyof typeof LINE_ENDS = "plain";
  #recent = "";
  #below = "";
  #lineEnd: RegExp = LINE_ENDS.plain;

  /** Reports whether the program uses the alternate screen: pastes there are not commands */
  get isOther(): boolean {
    return this.#isOther;
  }

  /** Shows a text as soon as the line being entered has ended */
  putBelow(text: string): void {
    this.#below += Buffer.from(text).toString("latin1");
    this.#lineEnd = LINE_ENDS[this.#pastes];
  }

  /** Returns the output to show */
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

/** Returns the last setting of such a sequence; `undefined` when there is none */
function lastOf(text: string, sequence: RegExp): string | undefined {
  return [...text.matchAll(sequence)].at(-1)?.[1];
}
