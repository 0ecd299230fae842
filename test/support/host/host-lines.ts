/** Messages between a test and the process in its sandbox: one line of JSON each. */

/** The result of a line, and its output */
export interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The input of a line: `null` is empty; with a window, it is typed at a terminal */
export interface Typed {
  readonly input?: string | null;
  readonly window?: { readonly columns: number; readonly rows: number };
}

/** A request to the process inside */
export interface Request extends Typed {
  readonly number: number;
  readonly argv: readonly string[];
}

/** An answer to the request of that number */
export interface Answer extends Said {
  readonly number: number;
}

/** Yields the lines of a stream as they come */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) {
    const [first = "", ...rest] = (text + decoder.decode(chunk, { stream: true })).split("\n");
    for (const line of [first, ...rest].slice(0, -1)) yield line;
    text = rest.at(-1) ?? first;
  }
}
