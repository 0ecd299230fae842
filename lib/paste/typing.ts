/**
 * Passes keys from one terminal to another, and mends pastes on the way.
 *
 * @module
 */
import { type ArticleValue, articleValues } from "./article-values.ts";
import { type Mended, together } from "./mend.ts";
import { mendBytes } from "./mend-bytes.ts";
import { said } from "./said.ts";
import { Screen } from "./screen.ts";

/** The beginning of a bracketed paste, XTerm Control Sequences, "Bracketed Paste Mode" */
const PASTE_BEGINS = "\x1b[200~";
const PASTE_ENDS = "\x1b[201~";

/** The incomplete end of a chunk: a beginning of {@linkcode PASTE_BEGINS}, or of a character in UTF-8 */
// oxlint-disable-next-line no-control-regex -- it begins with one
const UNFINISHED = /(?:\x1b\[20?0?|(?<=.)(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2}))$/s;

/** Control characters in keys, except tab and line ends */
// oxlint-disable-next-line no-control-regex -- they are what it looks for
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;

const LINE_END = /[\r\n]/;

/** Ctrl-C */
const INTERRUPT = "\x03";

/** Formats words as a line of a terminal */
export type Telling = (words: string) => string;

/**
 * Sits between a terminal and a program on another one. Single keys pass unchanged; a paste, bracketed or
 * not, is mended, unless the program uses the alternate screen. Remarks are shown below the line.
 *
 * Bytes are characters here, as in latin1.
 */
export class Typing {
  readonly #telling: Telling;
  readonly #screen = new Screen();
  /** True while nothing is typed in the line, as far as known */
  #isLineEmpty = true;
  /** The beginning of a sequence, a character or a paste whose end has not come yet */
  #held = "";
  /** The faults mended in the current line */
  #mended: readonly Mended[] = [];
  #values: readonly ArticleValue[] = [];

  constructor(telling: Telling) {
    this.#telling = telling;
  }

  /** Takes keys from the terminal, and returns those for the program */
  typed(chunk: Uint8Array): Uint8Array {
    const keys = this.#held + latin1(chunk);
    this.#held = "";
    return Buffer.from(this.#passedOn(keys), "latin1");
  }

  /** Takes the program's output, and returns what to show */
  shown(chunk: Uint8Array): Uint8Array {
    return Buffer.from(this.#screen.show(latin1(chunk)), "latin1");
  }

  #passedOn(keys: string): string {
    const begin = keys.indexOf(PASTE_BEGINS);
    if (begin === -1) {
      this.#held = UNFINISHED.exec(keys)?.[0] ?? "";
      return this.#keys(keys.slice(0, keys.length - this.#held.length));
    }
    const before = this.#keys(keys.slice(0, begin));
    const end = keys.indexOf(PASTE_ENDS, begin);
    if (end === -1) {
      this.#held = keys.slice(begin);
      return before;
    }
    const pasted = this.#pasted(keys.slice(begin + PASTE_BEGINS.length, end));
    return before + PASTE_BEGINS + pasted + PASTE_ENDS + this.#passedOn(keys.slice(end + PASTE_ENDS.length));
  }

  /** Handles keys; a paste without brackets is recognised by its length, as keys come one by one */
  #keys(keys: string): string {
    if (keys === "") return "";
    const hasControl = CONTROL.test(keys);
    const text = keys.length === 1 || hasControl ? keys : this.#pasted(keys);
    if (LINE_END.test(keys)) this.#enter();
    if (keys === INTERRUPT) this.#forget();
    // Such a key may have emptied the line
    this.#isLineEmpty = this.#screen.isOther || hasControl || text === "" || LINE_END.test(text.slice(-1));
    return text;
  }

  #pasted(text: string): string {
    if (this.#screen.isOther) return text;
    const place = this.#isLineEmpty ? "at a line's beginning" : "within a line";
    const { bytes, mended } = mendBytes(Buffer.from(text, "latin1"), place);
    this.#mended = together([...this.#mended, ...mended]);
    this.#values = [...this.#values, ...articleValues(latin1(bytes))];
    this.#isLineEmpty = LINE_END.test(text.slice(-1));
    return latin1(bytes);
  }

  #enter(): void {
    const words = said({ mended: this.#mended, values: this.#values });
    if (words !== null) this.#screen.putBelow(this.#telling(words));
    this.#forget();
  }

  #forget(): void {
    this.#mended = [];
    this.#values = [];
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
