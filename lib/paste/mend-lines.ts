import { articleValues } from "./article-values.ts";
import { nextPlace, type Place } from "./mend.ts";
import { mendBytes } from "./mend-bytes.ts";
import { said } from "./said.ts";

const LINE_FEED = 0x0a;

/**
 * Mends input line by line, as soon as each line is complete; `first` is the place where the first one
 * begins. `tell` is called with the remarks on a line, and its number.
 */
export async function* mendLines(
  input: AsyncIterable<Uint8Array>,
  first: Place,
  tell: (line: number, words: string) => void,
): AsyncGenerator<Uint8Array> {
  let number = 0;
  let place = first;
  for await (const line of linesOf(input)) {
    number += 1;
    const { bytes, mended } = mendBytes(line, place);
    place = nextPlace(place, mended);
    const words = said({ mended, values: articleValues(Buffer.from(bytes).toString("latin1")) });
    if (words !== null) tell(number, words);
    yield bytes;
  }
}

/** Splits input into lines with their line feeds; the last one may have none */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  for await (const chunk of input) {
    let begin = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, begin)) {
      yield Buffer.concat([...parts, chunk.subarray(begin, end + 1)]);
      parts = [];
      begin = end + 1;
    }
    // Copied, because the reader may reuse its memory
    parts.push(Buffer.from(chunk.subarray(begin)));
  }
  const rest = Buffer.concat(parts);
  if (rest.length > 0) yield rest;
}
