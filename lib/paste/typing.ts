/**
 * Keys on their way from one terminal to another: what is pasted between them is mended.
 *
 * @module
 */
import { type ArticleValue, articleValues } from "./article-values.ts";
import { type Mended, together } from "./mend.ts";
import { mendBytes } from "./mend-bytes.ts";
import { said } from "./said.ts";
import { Screen } from "./screen.ts";

/** What a terminal puts around a paste where a program wants that, XTerm Control Sequences, "Bracketed Paste Mode" */
const PASTE_BEGINS = "\x1b[200~";
const PASTE_ENDS = "\x1b[201~";

/** What no key ends with: a beginning of {@linkcode PASTE_BEGINS}, or of a character in UTF-8 */
// oxlint-disable-next-line no-control-regex -- it begins with one
const UNFINISHED = /(?:\x1b\[20?0?|(?<=.)(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2}))$/s;

/** What keys send beside text: sequences, and control characters but the tab and the ends of lines */
// oxlint-disable-next-line no-control-regex -- they are what it looks for
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;

const LINE_END = /[\r\n]/;

/** What Ctrl-C sends */
const INTERRUPT = "\x03";

/** Makes a line of a terminal of what is to be said */
export type Telling = (words: string) => string;

/**
 * Between a terminal and a program on another one. A key goes through as it is; what comes in one piece is mended, in brackets
 * or not, but for what goes to a program with a screen of its own. What is to be said of it is said below the line.
 *
 * Bytes are characters here, as in latin1.
 */
export class Typing {
  readonly #telling: Telling;
  readonly #screen = new Screen();
  /** Whether nothing is typed in the line so far, as far as that is known */
  #isLineEmpty = true;
  /** The beginning of a sequence, of a character or of a paste, whose end has not come yet */
  #held = "";
  /** Of the line that is not entered yet */
  #mended: readonly Mended[] = [];
  #values: readonly ArticleValue[] = [];

  constructor(telling: Telling) {
    this.#telling = telling;
  }

  /** What is to be typed at the program, for what was typed here */
  typed(chunk: Uint8Array): Uint8Array {
    const keys = this.#held + latin1(chunk);
    this.#held = "";
    return Buffer.from(this.#passedOn(keys), "latin1");
  }

  /** What is to be shown here, for what the program shows */
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

  /** A paste without brackets is known by its length: keys come one by one */
  #keys(keys: string): string {
    if (keys === "") return "";
    const hasControl = CONTROL.test(keys);
    const text = keys.length === 1 || hasControl ? keys : this.#pasted(keys);
    if (LINE_END.test(keys)) this.#enter();
    if (keys === INTERRUPT) this.#forget();
    // Whatever such a key does with the line, it may have emptied it
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
